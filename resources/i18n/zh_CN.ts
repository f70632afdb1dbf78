<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>ActCard</name>
        <message>
            <source>After saving: the state is “%1”</source>
            <translation>保存后：“%1”</translation>
        </message>
        <message>
            <source>Changed: %1</source>
            <translation>改动：%1</translation>
        </message>
    </context>
    <context>
        <name>ActDesk</name>
        <message>
            <source>Copied: %1. Paste it to the customer, then tick it as told.</source>
            <translation>已复制：%1。发给客户后登记已告知。</translation>
        </message>
        <message>
            <source>Collapse</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>This leaves the house and cannot be undone: %1, %2.</source>
            <translation>提交后不能撤销：%1，%2。</translation>
        </message>
        <message>
            <source>Please photograph again: %1</source>
            <translation>请重拍：%1</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>去处理</translation>
        </message>
    </context>
    <context>
        <name>AdviceOutput</name>
        <message>
            <source>%1 advice.pdf</source>
            <translation>%1 申请意见.pdf</translation>
        </message>
        <message>
            <source>Advice to the customer</source>
            <translation>申请意见</translation>
        </message>
        <message>
            <source>Text (*.txt)</source>
            <translation>文本 (*.txt)</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>已写入：%1</translation>
        </message>
    </context>
    <context>
        <name>AlarmFrame</name>
        <message numerus="yes">
            <source> and %n more</source>
            <translation>
                <numerusform> 等 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Alarms: %n unread</source>
            <translation>
                <numerusform>提醒：%n 条未读</numerusform>
            </translation>
        </message>
        <message>
            <source>Alarms</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>Nothing has rung today.</source>
            <translation>今天还没有提醒。</translation>
        </message>
        <message>
            <source>Mark all as read</source>
            <translation>全部标为已读</translation>
        </message>
    </context>
    <context>
        <name>AnswerEvidence</name>
        <message>
            <source>Answer and returned papers</source>
            <translation>答复与回传件</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>客户确认</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>客户退回</translation>
        </message>
        <message>
            <source>Whole file</source>
            <translation>整份文件</translation>
        </message>
        <message>
            <source>Page %1</source>
            <translation>第 %1 页</translation>
        </message>
    </context>
    <context>
        <name>AnswerField</name>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
    </context>
    <context>
        <name>AssignDialog</name>
        <message numerus="yes">
            <source>Files to sort: %n</source>
            <translation>
                <numerusform>归类 %n 个文件</numerusform>
            </translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>不添加</translation>
        </message>
        <message numerus="yes">
            <source>Attach files: %n</source>
            <translation>
                <numerusform>添加 %n 个文件</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AssignmentDesk</name>
        <message>
            <source>Each of the chosen filings has a butler already.</source>
            <translation>所选备案都已有管家。</translation>
        </message>
        <message numerus="yes">
            <source>%n order(s) claimed</source>
            <translation>
                <numerusform>已认领 %n 个订单</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n filing(s) claimed</source>
            <translation>
                <numerusform>已认领 %n 条备案</numerusform>
            </translation>
        </message>
        <message>
            <source>Handed over to %1</source>
            <translation>已转给%1</translation>
        </message>
        <message>
            <source>; the team has it with the next sync</source>
            <translation>，同步后全组可见</translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>已撤销</translation>
        </message>
    </context>
    <context>
        <name>AttainmentCard</name>
        <message>
            <source>Kept today</source>
            <translation>今天的达标</translation>
        </message>
        <message>
            <source>as of %1</source>
            <translation>截至 %1</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>还没有</translation>
        </message>
    </context>
    <context>
        <name>AuthorityLines</name>
        <message>
            <source>The reviewer's call is not settled, and the customer could be reached until %1.</source>
            <translation>审核员来电未了结，客户可接听时间 %1 已过。</translation>
        </message>
        <message>
            <source>The reviewer will call</source>
            <translation>审核员将来电</translation>
        </message>
        <message>
            <source>reachable until %1</source>
            <translation>客户可接听至 %1</translation>
        </message>
        <message>
            <source>Settle</source>
            <translation>了结</translation>
        </message>
        <message>
            <source>Outside status</source>
            <translation>外部状态</translation>
        </message>
        <message>
            <source>none on record</source>
            <translation>未登记</translation>
        </message>
        <message>
            <source>as of %1</source>
            <translation>截至 %1</translation>
        </message>
        <message>
            <source>%1, look again</source>
            <translation>%1，须重新查看</translation>
        </message>
        <message>
            <source>Record the status</source>
            <translation>登记状态</translation>
        </message>
        <message>
            <source>Reviewer's call</source>
            <translation>登记来电</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>%1 前</translation>
        </message>
        <message>
            <source>done %1</source>
            <translation>%1 已办</translation>
        </message>
        <message>
            <source>the customer was told %1</source>
            <translation>%1 已告知客户</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已办</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>verified %1</source>
            <translation>%1 已核验</translation>
        </message>
        <message>
            <source>wrong codes: %1</source>
            <translation>输错 %1 次</translation>
        </message>
        <message>
            <source>to be verified</source>
            <translation>待核验</translation>
        </message>
        <message>
            <source>returned for it</source>
            <translation>超过 5 次，被退回</translation>
        </message>
        <message>
            <source>not verified in time</source>
            <translation>未在时限内核验</translation>
        </message>
        <message>
            <source>not verified yet</source>
            <translation>待核验</translation>
        </message>
        <message>
            <source>%1 wrong, %2 left</source>
            <translation>输错 %1 次，还可错 %2 次</translation>
        </message>
        <message>
            <source>sent again %1</source>
            <translation>%1 重发</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>已核验</translation>
        </message>
        <message>
            <source>Wrong code</source>
            <translation>输错</translation>
        </message>
        <message>
            <source>Sent again</source>
            <translation>已重发</translation>
        </message>
    </context>
    <context>
        <name>AuthorityList</name>
        <message>
            <source>Settle the call</source>
            <translation>了结来电</translation>
        </message>
        <message>
            <source>Another time</source>
            <translation>另约时间</translation>
        </message>
    </context>
    <context>
        <name>ChangeList</name>
        <message>
            <source>Mark all as read</source>
            <translation>全部标为已读</translation>
        </message>
        <message>
            <source>Nothing has changed.</source>
            <translation>没有变化。</translation>
        </message>
        <message>
            <source>Since %1</source>
            <translation>%1 以来</translation>
        </message>
        <message numerus="yes">
            <source>Show all %n</source>
            <translation>
                <numerusform>显示全部 %n 条</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChartCard</name>
        <message>
            <source>Data table</source>
            <translation>数据表</translation>
        </message>
        <message>
            <source>Export as .xlsx</source>
            <translation>导出 .xlsx</translation>
        </message>
        <message>
            <source>Nothing to count in this period.</source>
            <translation>这段时间没有可计的。</translation>
        </message>
        <message>
            <source>Chart</source>
            <translation>图表</translation>
        </message>
    </context>
    <context>
        <name>ChoiceCell</name>
        <message>
            <source>changed: %1</source>
            <translation>改动：%1</translation>
        </message>
    </context>
    <context>
        <name>ChoicesStrip</name>
        <message numerus="yes">
            <source>%n choice(s) wait in this filing</source>
            <translation>
                <numerusform>这条备案有 %n 处等待选择</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>去处理</translation>
        </message>
    </context>
    <context>
        <name>ChosenBar</name>
        <message>
            <source>Copy the rows</source>
            <translation>复制所选行</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>Deselect</source>
            <translation>取消选择</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>认领</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>转给…</translation>
        </message>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>已选 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Choose all %n</source>
            <translation>
                <numerusform>全选 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation>
                <numerusform>已复制 %n 行</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConditionsList</name>
        <message>
            <source>For automatic confirmation</source>
            <translation>自动确认条件</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>去登记</translation>
        </message>
        <message>
            <source>This version was delivered</source>
            <translation>本版已送达客户</translation>
        </message>
        <message>
            <source>Reminded of the deadline</source>
            <translation>已提醒客户截止时间</translation>
        </message>
        <message>
            <source>Unchanged since</source>
            <translation>送达后内容未改</translation>
        </message>
        <message>
            <source>Not returned by the customer</source>
            <translation>客户未退回</translation>
        </message>
        <message>
            <source>digest %1</source>
            <translation>校验码 %1</translation>
        </message>
        <message>
            <source>%1 still missing</source>
            <translation>还差 %1 项</translation>
        </message>
        <message>
            <source>all %1 hold</source>
            <translation>%1 项全部满足</translation>
        </message>
    </context>
    <context>
        <name>ConflictDialog</name>
        <message>
            <source>Merge offline changes</source>
            <translation>合并离线改动</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>稍后处理</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>上一处</translation>
        </message>
        <message>
            <source>Merge this record</source>
            <translation>合并这一条</translation>
        </message>
        <message numerus="yes">
            <source>Next ・ %n left</source>
            <translation>
                <numerusform>下一处 ・ 还有 %n 处</numerusform>
            </translation>
        </message>
        <message>
            <source>Done, close</source>
            <translation>已选完，关闭</translation>
        </message>
        <message>
            <source>What is not chosen stays here and holds up no other filing.</source>
            <translation>不选的内容留在这里，不影响其他备案。</translation>
        </message>
    </context>
    <context>
        <name>ConflictHead</name>
        <message>
            <source>Sync receipt</source>
            <translation>同步回执</translation>
        </message>
        <message numerus="yes">
            <source>%n choice(s) wait in %1 record(s)</source>
            <translation>
                <numerusform>%1 条备案有 %n 处要您选择</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing waits for a choice</source>
            <translation>没有等待选择的内容</translation>
        </message>
        <message numerus="yes">
            <source>Offline %1 – %2, %n act(s)</source>
            <translation>
                <numerusform>离线期间 %1 – %2 共 %n 项操作</numerusform>
            </translation>
        </message>
        <message>
            <source>merged: %1</source>
            <translation>已合并 %1 项</translation>
        </message>
        <message>
            <source>wait for a choice: %1</source>
            <translation>等待选择 %1 项</translation>
        </message>
        <message>
            <source>behind them: %1</source>
            <translation>排在其后 %1 项</translation>
        </message>
        <message>
            <source>to sync: %1</source>
            <translation>待同步 %1 项</translation>
        </message>
        <message>
            <source>not taken: %1</source>
            <translation>未采用 %1 项</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>ConflictItem</name>
        <message numerus="yes">
            <source>%n choice(s)</source>
            <translation>
                <numerusform>%n 处</numerusform>
            </translation>
        </message>
        <message>
            <source>made: %1</source>
            <translation>已选 %1</translation>
        </message>
    </context>
    <context>
        <name>ConflictList</name>
        <message>
            <source>Merged by itself</source>
            <translation>已自动合并</translation>
        </message>
        <message numerus="yes">
            <source>%n other record(s)</source>
            <translation>
                <numerusform>其他 %n 条</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConflictRecord</name>
        <message>
            <source>All mine</source>
            <translation>全用我的</translation>
        </message>
        <message>
            <source>All theirs</source>
            <translation>全用对方的</translation>
        </message>
        <message>
            <source>Whole record:</source>
            <translation>整条：</translation>
        </message>
        <message>
            <source>“%1”, made %2, no longer applies: %3.</source>
            <translation>%2 做的“%1”现在不能合并：%3。</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>再试一次</translation>
        </message>
        <message>
            <source>Give up this act</source>
            <translation>放弃这项操作</translation>
        </message>
        <message numerus="yes">
            <source>%n later act(s) on this order (%1) wait and are judged again by what you choose. Equal changes are not listed.</source>
            <translation>
                <numerusform>这个订单还有 %n 项离线操作（%1）排在后面，选完后按合并结果重新判断；相同的改动不在此列出。</numerusform>
            </translation>
        </message>
        <message>
            <source>What it leads to</source>
            <translation>合并后的影响</translation>
        </message>
        <message>
            <source>Goes: %1</source>
            <translation>提示消除：%1</translation>
        </message>
        <message>
            <source>Comes: %1</source>
            <translation>新提示：%1</translation>
        </message>
    </context>
    <context>
        <name>ConflictResult</name>
        <message>
            <source>Both are kept</source>
            <translation>两份都会保留</translation>
        </message>
        <message>
            <source>Write by hand</source>
            <translation>手工合写</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>请选择</translation>
        </message>
    </context>
    <context>
        <name>ConflictRow</name>
        <message>
            <source>differs where it is masked</source>
            <translation>遮住的部分不同</translation>
        </message>
    </context>
    <context>
        <name>ConflictTable</name>
        <message>
            <source>%1, written by hand</source>
            <translation>%1，手工合写</translation>
        </message>
        <message>
            <source>this machine</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>shared database</source>
            <translation>共享库</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>离线前</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>Theirs</source>
            <translation>对方</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>合并后</translation>
        </message>
    </context>
    <context>
        <name>ContactCard</name>
        <message>
            <source>Log call</source>
            <translation>登记联系</translation>
        </message>
        <message>
            <source>First contact</source>
            <translation>首次联系</translation>
        </message>
        <message numerus="yes">
            <source>%n site(s)</source>
            <translation>
                <numerusform>%n 个网站</numerusform>
            </translation>
        </message>
        <message>
            <source>bought %1, %2</source>
            <translation>%1 购买 %2</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>%1 前联系</translation>
        </message>
    </context>
    <context>
        <name>ContactDialog</name>
        <message>
            <source>Log a contact</source>
            <translation>登记沟通</translation>
        </message>
        <message>
            <source>Log the contact</source>
            <translation>登记沟通</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>What was said</source>
            <translation>沟通内容</translation>
        </message>
        <message>
            <source>Promised call</source>
            <translation>约定回电</translation>
        </message>
        <message>
            <source>What was promised</source>
            <translation>约定事项</translation>
        </message>
        <message>
            <source>No such time. Write it as %1.</source>
            <translation>没有这个时间。写作 %1。</translation>
        </message>
    </context>
    <context>
        <name>ContactsTab</name>
        <message>
            <source>On record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Log a contact</source>
            <translation>登记沟通</translation>
        </message>
        <message>
            <source>Calls and messages with the customer are kept here.</source>
            <translation>与客户的电话和消息记在这里。</translation>
        </message>
        <message>
            <source>“%1”</source>
            <translation>“%1”</translation>
        </message>
        <message>
            <source>Customer's remark</source>
            <translation>客户留言</translation>
        </message>
    </context>
    <context>
        <name>CustomerLine</name>
        <message>
            <source>Show the number</source>
            <translation>显示号码</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>隐藏</translation>
        </message>
    </context>
    <context>
        <name>DateField</name>
        <message>
            <source>No such day: %1</source>
            <translation>日期不存在：%1</translation>
        </message>
    </context>
    <context>
        <name>DeadlineCard</name>
        <message>
            <source>Change the deadline</source>
            <translation>改截止时间</translation>
        </message>
        <message>
            <source>Record the confirmation</source>
            <translation>登记客户确认</translation>
        </message>
        <message>
            <source>Record the return</source>
            <translation>登记客户退回</translation>
        </message>
        <message>
            <source>Awaiting the customer</source>
            <translation>等待客户确认</translation>
        </message>
        <message>
            <source>%1 d %2 h %3 min</source>
            <translation>%1 天 %2 时 %3 分</translation>
        </message>
        <message>
            <source>%2 h %3 min</source>
            <translation>%2 时 %3 分</translation>
        </message>
        <message>
            <source>%3 min</source>
            <translation>%3 分</translation>
        </message>
        <message>
            <source>%1 over</source>
            <translation>超 %1</translation>
        </message>
        <message>
            <source>Deadline %1</source>
            <translation>截止 %1</translation>
        </message>
        <message>
            <source>; no automatic confirmation before a reminder is on record</source>
            <translation>；登记提醒后才会到期自动确认</translation>
        </message>
        <message>
            <source>, then confirmed automatically</source>
            <translation>，到期自动确认</translation>
        </message>
        <message>
            <source>; no automatic confirmation before the delivery is on record</source>
            <translation>；未登记送达，到期不自动确认</translation>
        </message>
    </context>
    <context>
        <name>DeskWords</name>
        <message>
            <source>Syncing %1 / %2</source>
            <translation>正在同步 %1 / %2</translation>
        </message>
        <message>
            <source>Working offline ・ filings taken along: %1</source>
            <translation>离线工作 ・ 已带出 %1 条备案</translation>
        </message>
        <message>
            <source>Everything is kept on this machine and merged when online</source>
            <translation>改动都存在本机，联网后自动合并</translation>
        </message>
        <message>
            <source>Database on this machine</source>
            <translation>本机数据库</translation>
        </message>
        <message>
            <source>Shared database cannot be reached</source>
            <translation>共享库 连不上</translation>
        </message>
        <message>
            <source>Shared database connected</source>
            <translation>共享库 已连接</translation>
        </message>
        <message>
            <source>Choices wait: %1</source>
            <translation>%1 处等待选择</translation>
        </message>
        <message>
            <source>Replica, never synced</source>
            <translation>本机副本 尚未同步</translation>
        </message>
        <message>
            <source>Replica of %1</source>
            <translation>本机副本 %1</translation>
        </message>
    </context>
    <context>
        <name>DetailHead</name>
        <message>
            <source>Previous filing</source>
            <translation>上一条备案</translation>
        </message>
        <message>
            <source>Next filing</source>
            <translation>下一条备案</translation>
        </message>
        <message>
            <source>Focus</source>
            <translation>专注</translation>
        </message>
        <message>
            <source>More acts</source>
            <translation>更多操作</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>认领</translation>
        </message>
        <message>
            <source>Order %1</source>
            <translation>订单 %1</translation>
        </message>
        <message>
            <source>site %1 of %2</source>
            <translation>第 %1 / %2 个网站</translation>
        </message>
        <message>
            <source>Butler %1</source>
            <translation>管家 %1</translation>
        </message>
        <message>
            <source>To be claimed</source>
            <translation>待认领</translation>
        </message>
    </context>
    <context>
        <name>DetailPane</name>
        <message>
            <source>Choose a filing in the list.</source>
            <translation>在列表中选一条备案。</translation>
        </message>
        <message>
            <source>Do the next step</source>
            <translation>做下一步</translation>
        </message>
        <message>
            <source>Collapse</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>Log a contact</source>
            <translation>登记沟通</translation>
        </message>
        <message>
            <source>Next to mend</source>
            <translation>下一处须改</translation>
        </message>
        <message>
            <source>Previous to mend</source>
            <translation>上一处须改</translation>
        </message>
        <message>
            <source>Next tab</source>
            <translation>下一个标签</translation>
        </message>
        <message>
            <source>Previous tab</source>
            <translation>上一个标签</translation>
        </message>
        <message>
            <source>Save now</source>
            <translation>立即保存</translation>
        </message>
        <message>
            <source>Export the packet</source>
            <translation>导出确认包</translation>
        </message>
        <message>
            <source>Print the packet</source>
            <translation>打印确认包</translation>
        </message>
        <message>
            <source>What the customer saw</source>
            <translation>客户看到的</translation>
        </message>
        <message>
            <source>Claim the filing</source>
            <translation>认领备案</translation>
        </message>
        <message>
            <source>Hand over to another butler…</source>
            <translation>转给其他管家…</translation>
        </message>
        <message>
            <source>Draft a letter…</source>
            <translation>生成文书…</translation>
        </message>
        <message>
            <source>Export submission pictures…</source>
            <translation>导出提交图片…</translation>
        </message>
    </context>
    <context>
        <name>DetailTabs</name>
        <message>
            <source>Filing form</source>
            <translation>备案信息</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>风险检查</translation>
        </message>
        <message>
            <source>Packet</source>
            <translation>确认包</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>沟通</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>时间线</translation>
        </message>
    </context>
    <context>
        <name>Dialog</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>DraftNotice</name>
        <message numerus="yes">
            <source>%n filing(s) with drafts that are not saved</source>
            <translation>
                <numerusform>%n 条备案有上次没保存的草稿</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DraftWords</name>
        <message>
            <source>%1 wrote “%2” at %3; yours, typed at %4: “%5”.</source>
            <translation>%1 %3 写的是“%2”；您 %4 输入的是“%5”。</translation>
        </message>
        <message>
            <source>Use mine</source>
            <translation>用我的</translation>
        </message>
        <message>
            <source>Use theirs</source>
            <translation>用对方的</translation>
        </message>
        <message>
            <source>Save again</source>
            <translation>再保存</translation>
        </message>
        <message>
            <source>Save it</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Not saved: %1</source>
            <translation>没有保存：%1</translation>
        </message>
        <message>
            <source>Draft not saved, typed at %1</source>
            <translation>未保存的草稿，%1 输入</translation>
        </message>
        <message>
            <source>%1 changed it at %2</source>
            <translation>%1 %2 改过</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>（空）</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>DropZone</name>
        <message>
            <source>Drop scans or photos here or on a row</source>
            <translation>拖入扫描件或照片，也可拖到某一行</translation>
        </message>
        <message>
            <source>Choose files</source>
            <translation>选择文件</translation>
        </message>
    </context>
    <context>
        <name>EntryList</name>
        <message>
            <source>Found</source>
            <translation>找到的内容</translation>
        </message>
    </context>
    <context>
        <name>FactsLine</name>
        <message>
            <source>Copy the number</source>
            <translation>复制单号</translation>
        </message>
    </context>
    <context>
        <name>Failures</name>
        <message>
            <source>The program made an error; what you saved is kept.</source>
            <translation>程序出错；已保存的内容都在。</translation>
        </message>
        <message>
            <source>Report: %1</source>
            <translation>报告：%1</translation>
        </message>
    </context>
    <context>
        <name>FieldEditor</name>
        <message>
            <source>Let pass…</source>
            <translation>保留并说明</translation>
        </message>
    </context>
    <context>
        <name>FigureTile</name>
        <message>
            <source>First-pass rate</source>
            <translation>一次通过率</translation>
        </message>
        <message>
            <source>First contacts in time</source>
            <translation>首次联系达标</translation>
        </message>
        <message>
            <source>Preparation in time</source>
            <translation>材料加工达标</translation>
        </message>
        <message>
            <source>nothing to count</source>
            <translation>没有可计的</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>as in the period before</source>
            <translation>与上期相同</translation>
        </message>
        <message>
            <source>%1 points against before</source>
            <translation>比上期 %1 个百分点</translation>
        </message>
        <message>
            <source>Submission to decision</source>
            <translation>提交到办结</translation>
        </message>
        <message>
            <source>working days</source>
            <translation>工作日</translation>
        </message>
        <message>
            <source>median</source>
            <translation>中位数</translation>
        </message>
        <message>
            <source>median, as before</source>
            <translation>中位数，与上期相同</translation>
        </message>
        <message>
            <source>median, %1 days against before</source>
            <translation>中位数，比上期 %1 天</translation>
        </message>
        <message>
            <source>Rating</source>
            <translation>客户评分</translation>
        </message>
        <message>
            <source>no rating yet</source>
            <translation>还没有评价</translation>
        </message>
        <message>
            <source>ratings: %1, of those that ended %2</source>
            <translation>%1 份评价，回收 %2</translation>
        </message>
    </context>
    <context>
        <name>FileChoice</name>
        <message>
            <source>Choose files</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Scans (*.jpg *.jpeg *.png *.pdf)</source>
            <translation>扫描件 (*.jpg *.jpeg *.png *.pdf)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
    </context>
    <context>
        <name>Filters</name>
        <message>
            <source>Filter this list</source>
            <translation>筛选此列表</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n 天内</numerusform>
            </translation>
        </message>
        <message>
            <source>now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>Filter by text</source>
            <translation>按文字筛选</translation>
        </message>
        <message>
            <source>Clear the filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>Province</source>
            <translation>省份</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Service type</source>
            <translation>服务类型</translation>
        </message>
    </context>
    <context>
        <name>FindingLooks</name>
        <message>
            <source>Must be corrected</source>
            <translation>须改</translation>
        </message>
        <message>
            <source>For information</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Doubtful</source>
            <translation>存疑</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Go and fill in</source>
            <translation>去填写</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>重新核实</translation>
        </message>
        <message>
            <source>Day on the paper</source>
            <translation>落款日期</translation>
        </message>
        <message>
            <source>To look up</source>
            <translation>待核实</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Let pass</source>
            <translation>已保留</translation>
        </message>
        <message>
            <source>Rule %1</source>
            <translation>规则 %1</translation>
        </message>
        <message>
            <source>All provinces</source>
            <translation>通用</translation>
        </message>
        <message>
            <source>Let pass…</source>
            <translation>保留并说明</translation>
        </message>
        <message>
            <source>Agree…</source>
            <translation>同意保留</translation>
        </message>
        <message>
            <source>%1 wants to let it pass: %2. A second person must agree.</source>
            <translation>%1 申请保留：%2。须另一人同意。</translation>
        </message>
        <message>
            <source>Confidence: %1</source>
            <translation>可信度：%1</translation>
        </message>
    </context>
    <context>
        <name>FindingsDesk</name>
        <message>
            <source>Agreed</source>
            <translation>已同意保留</translation>
        </message>
        <message>
            <source>Noted: %1 looked up</source>
            <translation>已登记 %1 项核实结果</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>已修改</translation>
        </message>
        <message>
            <source>Let pass</source>
            <translation>已保留并说明</translation>
        </message>
        <message>
            <source>Waits for a second person</source>
            <translation>已提请另一人同意</translation>
        </message>
        <message>
            <source>Let pass no longer</source>
            <translation>已撤回保留</translation>
        </message>
    </context>
    <context>
        <name>FindingsTab</name>
        <message>
            <source>%1 to correct</source>
            <translation>%1 项须改</translation>
        </message>
        <message>
            <source>%1 to look at</source>
            <translation>%1 条提示</translation>
        </message>
        <message>
            <source>The rules of version %1 found nothing.</source>
            <translation>按 %1 版规则核对，没有发现问题。</translation>
        </message>
        <message>
            <source>F8 next  Shift F8 previous</source>
            <translation>F8 下一项  Shift F8 上一项</translation>
        </message>
        <message>
            <source>%1 marked for correction</source>
            <translation>要改 %1 处</translation>
        </message>
        <message>
            <source>Must be corrected</source>
            <translation>须改正</translation>
        </message>
        <message>
            <source>Corrected</source>
            <translation>已改</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>去修改</translation>
        </message>
        <message>
            <source>The authority's words</source>
            <translation>管局原文</translation>
        </message>
        <message>
            <source>Returned with</source>
            <translation>退回意见</translation>
        </message>
        <message>
            <source>%1 to look up</source>
            <translation>要核实 %1 项</translation>
        </message>
        <message>
            <source>%1 let pass</source>
            <translation>已保留 %1 处</translation>
        </message>
        <message>
            <source>%1 looked up</source>
            <translation>已核实 %1 项</translation>
        </message>
    </context>
    <context>
        <name>FirstContactCard</name>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Time of the call</source>
            <translation>接通时间</translation>
        </message>
        <message>
            <source>Time of the attempt</source>
            <translation>拨打时间</translation>
        </message>
        <message>
            <source>Log only</source>
            <translation>仅登记</translation>
        </message>
        <message>
            <source>Log the attempt</source>
            <translation>登记未接通</translation>
        </message>
        <message>
            <source>After saving: on record; the first contact is still due</source>
            <translation>保存后：记录在案，首次联系仍待完成</translation>
        </message>
        <message>
            <source>Save and start collecting</source>
            <translation>保存并开始收集</translation>
        </message>
        <message>
            <source>Save the first contact</source>
            <translation>保存首次联系</translation>
        </message>
        <message>
            <source>After saving: the state is “%1”</source>
            <translation>保存后：“%1”</translation>
        </message>
        <message>
            <source>After saving: the state is “%1”, first contact took %2</source>
            <translation>保存后：“%1”，首次联系用时 %2</translation>
        </message>
        <message>
            <source>%1 wrote “%2”; save again to use yours.</source>
            <translation>%1 写的是“%2”；再保存一次就用您的。</translation>
        </message>
    </context>
    <context>
        <name>FirstRunPage</name>
        <message>
            <source>Welcome, %1</source>
            <translation>欢迎，%1</translation>
        </message>
        <message>
            <source>Three steps to begin. Each can be skipped.</source>
            <translation>三步即可开始。每一步都可以跳过。</translation>
        </message>
        <message>
            <source>Choose where the data lies</source>
            <translation>选择数据存放处</translation>
        </message>
        <message>
            <source>You are signed in to your team's database.</source>
            <translation>已登录团队的共享库。</translation>
        </message>
        <message>
            <source>A database on this machine is ready to use.</source>
            <translation>已建立本机数据库，可立即使用</translation>
        </message>
        <message>
            <source>Check working hours and holidays</source>
            <translation>核对工作时段与节假日</translation>
        </message>
        <message>
            <source>Monday to Friday 9:30–17:30, with the year's holidays and make-up days.</source>
            <translation>周一至周五 9:30–17:30，已载入当年放假与调休安排</translation>
        </message>
        <message>
            <source>In a team?</source>
            <translation>在团队中？</translation>
        </message>
        <message>
            <source>Press %1 for the keys</source>
            <translation>按 %1 看快捷键</translation>
        </message>
        <message>
            <source>Import orders</source>
            <translation>导入订单表</translation>
        </message>
        <message>
            <source>View</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Connect to its database</source>
            <translation>连接团队的共享库</translation>
        </message>
        <message>
            <source>xlsx and csv; every row is checked before anything is written.</source>
            <translation>支持 xlsx 与 csv，先逐行检查再写入</translation>
        </message>
        <message>
            <source>No order file?</source>
            <translation>没有订单表？</translation>
        </message>
        <message>
            <source>Enter an order</source>
            <translation>登记订单</translation>
        </message>
        <message>
            <source>Only looking?</source>
            <translation>只想看看？</translation>
        </message>
        <message>
            <source>Load the demo data</source>
            <translation>载入演示数据</translation>
        </message>
    </context>
    <context>
        <name>FormTab</name>
        <message>
            <source>%1 to correct</source>
            <translation>%1 项须改</translation>
        </message>
        <message>
            <source>%1 to look at</source>
            <translation>%1 条提示</translation>
        </message>
        <message>
            <source>%1/%2 filled</source>
            <translation>%1/%2 已填</translation>
        </message>
        <message>
            <source>saved %1</source>
            <translation>%1 自动保存</translation>
        </message>
        <message>
            <source>Legal representative</source>
            <translation>法定代表人</translation>
        </message>
        <message>
            <source>from: %1</source>
            <translation>取自%1</translation>
        </message>
        <message>
            <source>a scan</source>
            <translation>扫描件</translation>
        </message>
    </context>
    <context>
        <name>FrameWords</name>
        <message numerus="yes">
            <source>%n filing(s) became overdue</source>
            <translation>
                <numerusform>有 %n 条备案超时</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n filing(s)</source>
            <translation>
                <numerusform>%n 条备案</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>已选 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n 条超时</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n order(s)</source>
            <translation>
                <numerusform>%n 个订单</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n first contact(s) overdue</source>
            <translation>
                <numerusform>%n 个首次联系超时</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HandForm</name>
        <message>
            <source>Filing number</source>
            <translation>备案单号</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>newest</source>
            <translation>最新</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>页码</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>File</source>
            <translation>归档</translation>
        </message>
        <message>
            <source>Put away</source>
            <translation>丢弃</translation>
        </message>
        <message>
            <source>Say which filing.</source>
            <translation>请填备案单号。</translation>
        </message>
        <message>
            <source>No number</source>
            <translation>不是数字</translation>
        </message>
    </context>
    <context>
        <name>HandOverDialog</name>
        <message>
            <source>Hand over</source>
            <translation>转给其他管家</translation>
        </message>
        <message>
            <source>To which butler</source>
            <translation>转给</translation>
        </message>
        <message>
            <source>Open filings go along, unless they have a butler of their own.</source>
            <translation>未结束的备案随订单转交，另有管家的除外。</translation>
        </message>
        <message>
            <source>Shift sheet</source>
            <translation>交接单</translation>
        </message>
        <message>
            <source>No other butler is known here.</source>
            <translation>这里还没有其他管家。</translation>
        </message>
        <message>
            <source>Hand over to %1</source>
            <translation>转给%1</translation>
        </message>
        <message numerus="yes">
            <source>%n order(s)</source>
            <translation>
                <numerusform>%n 个订单</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n filing(s)</source>
            <translation>
                <numerusform>%n 条备案</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>nobody yet</source>
            <translation>待认领</translation>
        </message>
        <message>
            <source>%1, in charge now: %2</source>
            <translation>%1，现管家：%2</translation>
        </message>
    </context>
    <context>
        <name>ImportCheck</name>
        <message>
            <source>Which rows</source>
            <translation>哪些行</translation>
        </message>
        <message>
            <source>Undo correction</source>
            <translation>撤销改动</translation>
        </message>
        <message>
            <source>Export faulty rows</source>
            <translation>导出有错的行</translation>
        </message>
        <message>
            <source>All %1</source>
            <translation>全部 %1</translation>
        </message>
        <message>
            <source>Faulty %1</source>
            <translation>有错 %1</translation>
        </message>
        <message>
            <source>Notices %1</source>
            <translation>提醒 %1</translation>
        </message>
        <message>
            <source>Known %1</source>
            <translation>已有 %1</translation>
        </message>
        <message>
            <source>Ready %1</source>
            <translation>可导入 %1</translation>
        </message>
        <message>
            <source>Left out %1</source>
            <translation>不导入 %1</translation>
        </message>
        <message>
            <source>fault %1 / %2</source>
            <translation>错误 %1 / %2</translation>
        </message>
        <message>
            <source>Faulty rows and those around them</source>
            <translation>正在显示错误行与前后行</translation>
        </message>
    </context>
    <context>
        <name>ImportColumns</name>
        <message>
            <source>Which column is which?</source>
            <translation>各列对应什么？</translation>
        </message>
        <message>
            <source>Fields marked with * must be in the table.</source>
            <translation>带 * 的字段表中必须有。</translation>
        </message>
        <message>
            <source>Forget the names</source>
            <translation>忘记这些列名</translation>
        </message>
        <message>
            <source>not in the table</source>
            <translation>表中没有</translation>
        </message>
        <message>
            <source>Known from before: %1</source>
            <translation>已记住的列名：%1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>column %1</source>
            <translation>第 %1 列</translation>
        </message>
        <message>
            <source>Name its column</source>
            <translation>指明对应的列</translation>
        </message>
    </context>
    <context>
        <name>ImportFile</name>
        <message>
            <source>Choose an order table</source>
            <translation>选择订单表</translation>
        </message>
        <message>
            <source>Order tables (*.xlsx *.xlsm *.csv)</source>
            <translation>订单表 (*.xlsx *.xlsm *.csv)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
    </context>
    <context>
        <name>ImportFix</name>
        <message>
            <source>Previous faulty row</source>
            <translation>上一个错误行</translation>
        </message>
        <message>
            <source>Next faulty row</source>
            <translation>下一个错误行</translation>
        </message>
        <message>
            <source>Suggestions</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>Changes hold for this import only; the file stays as it is. A corrected row is checked again, then the next faulty one comes.</source>
            <translation>改动只在本次导入中生效，原文件不变。修正后自动重新检查并跳到下一处。</translation>
        </message>
        <message>
            <source>Row %1</source>
            <translation>第 %1 行</translation>
        </message>
    </context>
    <context>
        <name>ImportFoot</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Previous step</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Assign to</source>
            <translation>指派给</translation>
        </message>
        <message>
            <source>Me</source>
            <translation>我</translation>
        </message>
        <message>
            <source>To be claimed</source>
            <translation>待认领</translation>
        </message>
        <message numerus="yes">
            <source>Columns to name: %n</source>
            <translation>
                <numerusform>还有 %n 列要指明</numerusform>
            </translation>
        </message>
        <message>
            <source>Check rows</source>
            <translation>逐行检查</translation>
        </message>
        <message numerus="yes">
            <source>Import rows: %n</source>
            <translation>
                <numerusform>导入 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Show orders</source>
            <translation>查看订单</translation>
        </message>
        <message>
            <source>No row can be imported</source>
            <translation>没有可导入的行</translation>
        </message>
        <message>
            <source>Will import orders: %1, websites: %2</source>
            <translation>将导入 %1 个订单、%2 个网站</translation>
        </message>
        <message>
            <source>%1 known</source>
            <translation>已有 %1 行</translation>
        </message>
        <message>
            <source>%1 faulty</source>
            <translation>有错 %1 行</translation>
        </message>
        <message>
            <source>%1 left out</source>
            <translation>不导入 %1 行</translation>
        </message>
        <message>
            <source>skips %1</source>
            <translation>跳过%1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>%1; %2</source>
            <translation>%1；%2</translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message>
            <source>Import orders</source>
            <translation>导入订单表</translation>
        </message>
        <message numerus="yes">
            <source>Rows: %n</source>
            <translation>
                <numerusform>%n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Checking rows: %1 of %2</source>
            <translation>正在检查：第 %1 / %2 行</translation>
        </message>
        <message>
            <source>%1-faulty rows.csv</source>
            <translation>%1-有错的行.csv</translation>
        </message>
        <message>
            <source>Export faulty rows</source>
            <translation>导出有错的行</translation>
        </message>
        <message>
            <source>CSV (*.csv)</source>
            <translation>CSV (*.csv)</translation>
        </message>
        <message numerus="yes">
            <source>Rows written to %1: %n</source>
            <translation>
                <numerusform>已写出 %n 行：%1</numerusform>
            </translation>
        </message>
        <message>
            <source>sheet “%1”</source>
            <translation>工作表“%1”</translation>
        </message>
        <message>
            <source>row %1 chosen</source>
            <translation>已选第 %1 行</translation>
        </message>
    </context>
    <context>
        <name>ImportResult</name>
        <message>
            <source>Cancel import</source>
            <translation>取消导入</translation>
        </message>
        <message>
            <source>Import another file</source>
            <translation>再导入一个文件</translation>
        </message>
        <message>
            <source>Export faulty rows</source>
            <translation>导出有错的行</translation>
        </message>
        <message numerus="yes">
            <source>Importing orders: %n</source>
            <translation>
                <numerusform>正在导入 %n 个订单</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2; nothing is kept if it is cancelled.</source>
            <translation>%1 / %2；取消则一个也不写入。</translation>
        </message>
        <message numerus="yes">
            <source>Orders imported: %n</source>
            <translation>
                <numerusform>已导入 %n 个订单</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 were known already and stayed as they are.</source>
            <translation>%1 个已有，保持原样。</translation>
        </message>
        <message>
            <source>%1 faulty rows stayed outside.</source>
            <translation>有错 %1 行没有导入。</translation>
        </message>
        <message>
            <source>%1 rows were left out by choice.</source>
            <translation>%1 行按选择不导入。</translation>
        </message>
        <message>
            <source>%1 had come in from elsewhere meanwhile and were skipped.</source>
            <translation>%1 个此间已由他处导入，已跳过。</translation>
        </message>
        <message>
            <source>The file was not changed.</source>
            <translation>原文件没有改动。</translation>
        </message>
    </context>
    <context>
        <name>ImportSteps</name>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Match columns</source>
            <translation>对应列</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
    </context>
    <context>
        <name>InboxPage</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Drop scans, photos or a PDF that came back here</source>
            <translation>把回传的扫描件、照片或 PDF 拖到这里</translation>
        </message>
        <message>
            <source>Returned papers</source>
            <translation>回传件</translation>
        </message>
        <message>
            <source>The last files are still being sorted.</source>
            <translation>上一批文件还在整理。</translation>
        </message>
        <message>
            <source>Nothing waits. Pages that come back are known by the code at their foot.</source>
            <translation>没有待处理的回传件。拖入扫描件后，按页脚二维码自动归档。</translation>
        </message>
        <message>
            <source>Sorting %1 of %2: %3</source>
            <translation>正在整理第 %1 个，共 %2 个：%3</translation>
        </message>
        <message>
            <source>%1: the confirmation is on record.</source>
            <translation>%1 已登记客户确认。</translation>
        </message>
        <message>
            <source>%1 lies in the tray again.</source>
            <translation>%1 已放回待人工归档。</translation>
        </message>
        <message>
            <source>Filed with %1.</source>
            <translation>已归入 %1。</translation>
        </message>
        <message>
            <source>%1 was put away.</source>
            <translation>%1 已丢弃。</translation>
        </message>
    </context>
    <context>
        <name>IntakeDesk</name>
        <message>
            <source>Export the intake workbook…</source>
            <translation>导出信息采集表…</translation>
        </message>
        <message>
            <source>Read an intake workbook back…</source>
            <translation>读回采集表…</translation>
        </message>
        <message>
            <source>%1 intake.xlsx</source>
            <translation>%1 信息采集表.xlsx</translation>
        </message>
        <message>
            <source>Intake workbook</source>
            <translation>信息采集表</translation>
        </message>
        <message>
            <source>Read an intake workbook back</source>
            <translation>读回采集表</translation>
        </message>
        <message numerus="yes">
            <source>Taken from the workbook: %n value(s).</source>
            <translation>
                <numerusform>已从采集表采用 %n 项。</numerusform>
            </translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>已写入：%1</translation>
        </message>
    </context>
    <context>
        <name>IntakeDialog</name>
        <message>
            <source>Read the workbook back</source>
            <translation>读回采集表</translation>
        </message>
        <message>
            <source>What would change</source>
            <translation>将会改动的项目</translation>
        </message>
        <message>
            <source>Cells that cannot be taken</source>
            <translation>不能采用的单元格</translation>
        </message>
        <message>
            <source>These cells cannot be taken: %1</source>
            <translation>不能采用的单元格：%1</translation>
        </message>
        <message>
            <source>The workbook says what the form says: nothing changes.</source>
            <translation>与备案信息一致，没有改动。</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s)</source>
            <translation>
                <numerusform>改动 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 to be decided</source>
            <translation>待定 %1 项</translation>
        </message>
        <message>
            <source>The form was changed after the export; what the customer did not touch stays.</source>
            <translation>导出后备案信息又改过；客户没动的项目保持现在的内容。</translation>
        </message>
        <message numerus="yes">
            <source>Take %n value(s)</source>
            <translation>
                <numerusform>采用 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>KeepDialog</name>
        <message>
            <source>Let it pass, with the reason</source>
            <translation>保留并说明</translation>
        </message>
        <message>
            <source>Let it pass</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Agree to let it pass</source>
            <translation>同意保留</translation>
        </message>
        <message>
            <source>Ask a second person</source>
            <translation>提请另一人同意</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Who agrees</source>
            <translation>同意人</translation>
        </message>
        <message>
            <source>It counts once a colleague has signed in and agreed.</source>
            <translation>须由另一位同事登录后同意，同意前仍算未处理。</translation>
        </message>
    </context>
    <context>
        <name>LettersDesk</name>
        <message>
            <source>Word file (*.docx)</source>
            <translation>Word 文件 (*.docx)</translation>
        </message>
        <message>
            <source>Written: %1. The signed paper comes back as a scan.</source>
            <translation>已写入：%1。签好后以扫描件收回。</translation>
        </message>
    </context>
    <context>
        <name>LettersDialog</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Draft a letter</source>
            <translation>生成文书</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>文书</translation>
        </message>
        <message>
            <source>Draft as Word…</source>
            <translation>生成 Word…</translation>
        </message>
        <message>
            <source>Draft as PDF…</source>
            <translation>生成 PDF…</translation>
        </message>
        <message>
            <source>Source %1 · confidence %2 · %3</source>
            <translation>来源 %1 · 可信度 %2 · %3</translation>
        </message>
        <message>
            <source>It can be made when these fields are filled in:</source>
            <translation>填好以下各项即可生成：</translation>
        </message>
    </context>
    <context>
        <name>ListExport</name>
        <message>
            <source>Export the list</source>
            <translation>导出列表</translation>
        </message>
        <message numerus="yes">
            <source>Export %n row(s)</source>
            <translation>
                <numerusform>导出 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Exporting: %1 of %2 rows</source>
            <translation>正在导出：%1 / %2 行</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message numerus="yes">
            <source>Rows written to %1: %n</source>
            <translation>
                <numerusform>已导出 %n 行到 %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancelled: no file was written.</source>
            <translation>已取消，没有写入文件。</translation>
        </message>
    </context>
    <context>
        <name>ListHeader</name>
        <message>
            <source>Sort by %1</source>
            <translation>按%1排序</translation>
        </message>
    </context>
    <context>
        <name>ListSide</name>
        <message>
            <source>Mine</source>
            <translation>只看我的</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>全组</translation>
        </message>
        <message>
            <source>Whose filings</source>
            <translation>谁的备案</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>表格</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>分栏</translation>
        </message>
        <message>
            <source>New filing</source>
            <translation>新建备案</translation>
        </message>
        <message numerus="yes">
            <source>%n filing(s)</source>
            <translation>
                <numerusform>%n 条</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MailCard</name>
        <message>
            <source>Mail server</source>
            <translation>邮件服务器</translation>
        </message>
        <message>
            <source>Encryption</source>
            <translation>加密</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>用户名</translation>
        </message>
        <message>
            <source>As the keyring has it</source>
            <translation>留空则用钥匙串中的</translation>
        </message>
        <message>
            <source>Password or authorisation code</source>
            <translation>密码或授权码</translation>
        </message>
        <message>
            <source>Address that mail is from</source>
            <translation>发件地址</translation>
        </message>
        <message>
            <source>Send reminders of the deadline by themselves</source>
            <translation>自动发送确认截止提醒</translation>
        </message>
        <message>
            <source>Check the connection</source>
            <translation>检查连接</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>邮件</translation>
        </message>
        <message>
            <source>Messages to customers go out from here; without a network they wait.</source>
            <translation>给客户的邮件由此发出；没有网络时排队等候。</translation>
        </message>
        <message>
            <source>Connecting</source>
            <translation>正在连接</translation>
        </message>
        <message>
            <source>The server lets this desk send.</source>
            <translation>服务器允许发信。</translation>
        </message>
        <message>
            <source>In force after the next start.</source>
            <translation>下次启动后生效。</translation>
        </message>
    </context>
    <context>
        <name>MailDesk</name>
        <message>
            <source>E-mail is on its way: %1.</source>
            <translation>邮件已排入发送：%1。</translation>
        </message>
    </context>
    <context>
        <name>MailDialog</name>
        <message>
            <source>Write to the customer</source>
            <translation>给客户发邮件</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>发送</translation>
        </message>
        <message>
            <source>To</source>
            <translation>收件人</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>正文</translation>
        </message>
        <message>
            <source>The order has no address: ask the customer</source>
            <translation>订单里没有邮箱：请向客户要</translation>
        </message>
    </context>
    <context>
        <name>MailFrame</name>
        <message numerus="yes">
            <source>%n e-mail(s): </source>
            <translation>
                <numerusform>%n 封邮件：</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MailLine</name>
        <message>
            <source>E-mail: %1.</source>
            <translation>邮件%1。</translation>
        </message>
        <message>
            <source>; tried again %1</source>
            <translation>；%1 再试</translation>
        </message>
        <message>
            <source>It arrived</source>
            <translation>已收到</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>重发</translation>
        </message>
        <message>
            <source>Call it off</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Butler desk</source>
            <translation>备案管家工作台</translation>
        </message>
        <message>
            <source>Database on this machine</source>
            <translation>本机数据库</translation>
        </message>
        <message>
            <source>Working hours 9:30–17:30 ・ %1 left</source>
            <translation>工作时段 9:30–17:30 ・ 剩 %1</translation>
        </message>
        <message>
            <source>Outside working hours ・ open %1</source>
            <translation>非工作时段 ・ %1 开始</translation>
        </message>
        <message>
            <source> (holidays not known)</source>
            <translation>（放假安排未公布，按周一至周五推算）</translation>
        </message>
        <message>
            <source>Zoom %1%</source>
            <translation>缩放 %1%</translation>
        </message>
        <message>
            <source>Rules of %1</source>
            <translation>规则库 %1 版</translation>
        </message>
        <message>
            <source> ・ signature checked</source>
            <translation> ・ 已验签</translation>
        </message>
    </context>
    <context>
        <name>MaskedField</name>
        <message>
            <source>Show for 20 seconds</source>
            <translation>显示 20 秒</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>隐藏</translation>
        </message>
    </context>
    <context>
        <name>MaterialCard</name>
        <message>
            <source>{count}, {spared} not needed</source>
            <translation>{count}，{spared} 项不需要</translation>
        </message>
        <message>
            <source>{name} – not needed: {reason}</source>
            <translation>{name} — 不需要：{reason}</translation>
        </message>
        <message>
            <source>Fold what is not asked for</source>
            <translation>收起不需要的</translation>
        </message>
        <message numerus="yes">
            <source>%n more folded</source>
            <translation>
                <numerusform>另 %n 项已收起</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n folded</source>
            <translation>
                <numerusform>%n 项已收起</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MaterialMenu</name>
        <message>
            <source>Open with another program</source>
            <translation>用其他程序打开</translation>
        </message>
        <message>
            <source>Choose files</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Ask for a new scan</source>
            <translation>请客户重拍</translation>
        </message>
        <message>
            <source>Replace the file</source>
            <translation>替换文件</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Draft this letter…</source>
            <translation>生成这份文书…</translation>
        </message>
        <message>
            <source>Export submission pictures…</source>
            <translation>导出提交图片…</translation>
        </message>
    </context>
    <context>
        <name>MaterialRowView</name>
        <message>
            <source>Draft</source>
            <translation>生成</translation>
        </message>
        <message>
            <source>Draft: %1</source>
            <translation>生成 %1</translation>
        </message>
    </context>
    <context>
        <name>MaterialsTab</name>
        <message>
            <source>Unfinished only</source>
            <translation>只看未完成</translation>
        </message>
        <message>
            <source>Rules: {rules}</source>
            <translation>适用规则：{rules}</translation>
        </message>
        <message>
            <source>Draft letters…</source>
            <translation>生成文书…</translation>
        </message>
    </context>
    <context>
        <name>MergeField</name>
        <message>
            <source>Use this text</source>
            <translation>采用合写</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>MessageStrip</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>MomentEdit</name>
        <message>
            <source>No such time: %1. Write it as %2.</source>
            <translation>没有这个时间：%1。写作 %2。</translation>
        </message>
        <message>
            <source>now</source>
            <translation>现在</translation>
        </message>
    </context>
    <context>
        <name>MoveAddress</name>
        <message>
            <source>Server</source>
            <translation>服务器</translation>
        </message>
        <message>
            <source>Name of the database</source>
            <translation>库名</translation>
        </message>
        <message>
            <source>User name of its owner</source>
            <translation>所有者的用户名</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>As the keyring or ~/.pgpass has it</source>
            <translation>不填则用钥匙串或 ~/.pgpass</translation>
        </message>
        <message>
            <source>The database must be set up (shared init) and hold no orders yet. Only its owner can move: the journal's acts keep their own names.</source>
            <translation>共享库须已建好（shared init）且没有订单。只有所有者能搬：操作记录保留各人的姓名。</translation>
        </message>
    </context>
    <context>
        <name>MoveDialog</name>
        <message>
            <source>Move to a shared database</source>
            <translation>搬到共享库</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>连接</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>搬移</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>In force after the next start.</source>
            <translation>下次启动时生效。</translation>
        </message>
        <message>
            <source>Connecting</source>
            <translation>正在连接</translation>
        </message>
        <message>
            <source>From %1 to %2</source>
            <translation>从 %1 到 %2</translation>
        </message>
        <message numerus="yes">
            <source>Move %n order(s)</source>
            <translation>
                <numerusform>搬移 %n 个订单</numerusform>
            </translation>
        </message>
        <message>
            <source>Finish the move</source>
            <translation>完成搬移</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) are missing on this machine.</source>
            <translation>
                <numerusform>本机缺少 %n 个附件。</numerusform>
            </translation>
        </message>
        <message>
            <source> Restore them from a backup, then check again.</source>
            <translation>从备份取回后再核对。</translation>
        </message>
        <message>
            <source>Everything is there from an earlier move; only this file is not closed.</source>
            <translation>数据在上次搬移时已全部到达，只差封存本机文件。</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Cannot sign in there yet (shared add-butler adds them): %1</source>
            <translation>还不能登录共享库（用 shared add-butler 添加）：%1</translation>
        </message>
        <message>
            <source>Bringing files</source>
            <translation>传送附件</translation>
        </message>
        <message>
            <source>Writing rows</source>
            <translation>写入数据</translation>
        </message>
        <message>
            <source>Comparing</source>
            <translation>逐项核对</translation>
        </message>
        <message numerus="yes">
            <source>%n order(s) compared one by one: all equal.</source>
            <translation>
                <numerusform>%n 个订单逐个核对，全部一致。</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 stays as a backup and takes no act any more.</source>
            <translation>%1 留作备份，不再接受任何操作。</translation>
        </message>
        <message>
            <source>Open the shared database</source>
            <translation>打开共享库</translation>
        </message>
        <message>
            <source>Cancelled: nothing was moved, this file is as it was.</source>
            <translation>已取消：没有搬移任何数据，本机文件没有变。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Previous step</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Cancel the move</source>
            <translation>取消搬移</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Everything can be looked at meanwhile; acts wait until it is over.</source>
            <translation>搬移期间可以查看，不能改动。</translation>
        </message>
        <message>
            <source>Everything in this machine's file is copied to the team's database and compared there, order by order. Unless all is equal nothing stays of it.</source>
            <translation>把本机文件的全部数据搬到团队的共享库，并逐个订单核对；有一处不一致就全部撤回。</translation>
        </message>
        <message>
            <source>Agree on another time</source>
            <translation>改约</translation>
        </message>
        <message>
            <source>Move the promise</source>
            <translation>改约时间</translation>
        </message>
        <message>
            <source>Promised call</source>
            <translation>约定回电</translation>
        </message>
        <message>
            <source>What was promised</source>
            <translation>约定事项</translation>
        </message>
        <message>
            <source>No such time. Write it as %1.</source>
            <translation>不是时间，写作 %1。</translation>
        </message>
    </context>
    <context>
        <name>MoveFrame</name>
        <message>
            <source>The work in this file has moved to %1; here it can only be looked at.</source>
            <translation>这份数据已搬到共享库 %1，这里只能查看。</translation>
        </message>
    </context>
    <context>
        <name>NavButton</name>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n 条超时</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>My filters</source>
            <translation>自定筛选</translation>
        </message>
        <message>
            <source>Save this filter</source>
            <translation>保存此筛选</translation>
        </message>
    </context>
    <context>
        <name>NewFilingDialog</name>
        <message>
            <source>New filing</source>
            <translation>新建备案</translation>
        </message>
        <message>
            <source>Start the filing</source>
            <translation>发起备案</translation>
        </message>
        <message>
            <source>One site of the order is used.</source>
            <translation>用去订单的一个网站。</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>剩 %1 个</translation>
        </message>
        <message>
            <source>No order has a site left. Enter one first.</source>
            <translation>没有剩余网站的订单，请先登记订单。</translation>
        </message>
    </context>
    <context>
        <name>NewOrderDialog</name>
        <message>
            <source>Enter an order</source>
            <translation>登记订单</translation>
        </message>
        <message>
            <source>Enter the order</source>
            <translation>登记订单</translation>
        </message>
        <message>
            <source>For an order that stands in no export.</source>
            <translation>用于不在订单表里的订单。</translation>
        </message>
        <message>
            <source>The customer has paid</source>
            <translation>客户已付款</translation>
        </message>
        <message>
            <source>The customer has agreed to the service agreement</source>
            <translation>客户已同意服务协议</translation>
        </message>
        <message>
            <source>The table's price is %1</source>
            <translation>价目表为 %1</translation>
        </message>
    </context>
    <context>
        <name>NextStep</name>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>fields %1</source>
            <translation>字段 %1 项</translation>
        </message>
        <message>
            <source>papers %1</source>
            <translation>材料 %1 项</translation>
        </message>
        <message>
            <source>others %1</source>
            <translation>其他 %1 项</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Missing: %1</source>
            <translation>还差：%1</translation>
        </message>
        <message>
            <source>Changed since v%1 was confirmed: %2</source>
            <translation>v%1 确认后改动：%2</translation>
        </message>
        <message>
            <source>Papers %1/%2</source>
            <translation>材料 %1/%2</translation>
        </message>
        <message>
            <source>findings to look at: %1</source>
            <translation>%1 条提示待看</translation>
        </message>
        <message>
            <source>%1: no delivery on record yet</source>
            <translation>%1：还没有登记送达</translation>
        </message>
        <message>
            <source>remind the customer now, the deadline is %1</source>
            <translation>现在该提醒客户，确认截止 %1</translation>
        </message>
        <message>
            <source>%1 delivered %2</source>
            <translation>%1 已于 %2 送达</translation>
        </message>
        <message>
            <source>next reminder %1</source>
            <translation>%1 提醒客户</translation>
        </message>
        <message>
            <source>Corrected: %1 of %2</source>
            <translation>要改 %2 处，已改 %1 处</translation>
        </message>
        <message>
            <source>to look up: %1</source>
            <translation>待核实 %1 项</translation>
        </message>
    </context>
    <context>
        <name>OrderDetail</name>
        <message>
            <source>Filings</source>
            <translation>备案</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>沟通</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>时间线</translation>
        </message>
        <message>
            <source>Choose an order to see it here.</source>
            <translation>选一个订单，在这里查看。</translation>
        </message>
        <message numerus="yes">
            <source>Show all %n</source>
            <translation>
                <numerusform>显示全部 %n 条</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OrderHead</name>
        <message>
            <source>Back to the list</source>
            <translation>回到列表</translation>
        </message>
        <message>
            <source>Copy the number</source>
            <translation>复制单号</translation>
        </message>
        <message>
            <source>Claim</source>
            <translation>认领</translation>
        </message>
        <message>
            <source>Hand over to another butler…</source>
            <translation>转给其他管家…</translation>
        </message>
        <message>
            <source>Butler %1</source>
            <translation>管家 %1</translation>
        </message>
        <message>
            <source>To be claimed</source>
            <translation>待认领</translation>
        </message>
        <message>
            <source>bought %1</source>
            <translation>%1 购买</translation>
        </message>
        <message>
            <source>%1 yuan paid</source>
            <translation>%1 元已付</translation>
        </message>
    </context>
    <context>
        <name>OrderLists</name>
        <message>
            <source>No contact yet.</source>
            <translation>还没有沟通记录。</translation>
        </message>
        <message>
            <source>No filing here.</source>
            <translation>这里没有备案。</translation>
        </message>
        <message>
            <source>Purchase</source>
            <translation>购买</translation>
        </message>
        <message>
            <source>unused sites never expire, nothing is renewed</source>
            <translation>未使用的网站长期有效，无需续费</translation>
        </message>
    </context>
    <context>
        <name>OrderPanel</name>
        <message>
            <source>Log a contact</source>
            <translation>登记沟通</translation>
        </message>
        <message>
            <source>Start a filing</source>
            <translation>发起备案</translation>
        </message>
        <message>
            <source>Cancel the order</source>
            <translation>取消订单</translation>
        </message>
        <message>
            <source>Record the payment</source>
            <translation>登记付款</translation>
        </message>
        <message>
            <source>%1 yuan to be paid</source>
            <translation>待付款 %1 元</translation>
        </message>
        <message>
            <source>Cancelled before it was paid</source>
            <translation>付款前已取消</translation>
        </message>
        <message numerus="yes">
            <source>%n site(s) not started</source>
            <translation>
                <numerusform>还有 %n 个网站未开始</numerusform>
            </translation>
        </message>
        <message>
            <source>No site is left to start</source>
            <translation>没有可发起的网站</translation>
        </message>
        <message>
            <source>Every site has its filing</source>
            <translation>所有网站都已发起备案</translation>
        </message>
        <message>
            <source>The first contact is due from the payment on</source>
            <translation>付款后起算首次联系时限</translation>
        </message>
        <message>
            <source>No call is promised</source>
            <translation>没有约定的回电</translation>
        </message>
    </context>
    <context>
        <name>OrdersHead</name>
        <message>
            <source>In progress</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Which orders</source>
            <translation>哪些订单</translation>
        </message>
        <message>
            <source>Enter an order</source>
            <translation>登记订单</translation>
        </message>
        <message>
            <source>Import orders</source>
            <translation>导入订单表</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Customer, contact or number</source>
            <translation>客户、联系人或订单号</translation>
        </message>
        <message>
            <source>Filter this list</source>
            <translation>筛选此列表</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>No order matches “%1”.</source>
            <translation>没有符合“%1”的订单。</translation>
        </message>
        <message>
            <source>Clear the filter</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>There is no order here. Orders come from the sales console's export.</source>
            <translation>这里没有订单。订单从销售控制台导出的订单表导入。</translation>
        </message>
    </context>
    <context>
        <name>OrdersPage</name>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
    </context>
    <context>
        <name>OutcomeLook</name>
        <message>
            <source>Acts made: %1</source>
            <translation>共 %1 项操作</translation>
        </message>
    </context>
    <context>
        <name>PacketOutput</name>
        <message>
            <source>Export the packet</source>
            <translation>导出确认包</translation>
        </message>
    </context>
    <context>
        <name>PacketPreview</name>
        <message>
            <source>Page</source>
            <translation>页码</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Whole page</source>
            <translation>整页</translation>
        </message>
        <message>
            <source>Export PDF</source>
            <translation>导出 PDF</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Record delivery</source>
            <translation>登记送达</translation>
        </message>
        <message>
            <source>/ %1 pages</source>
            <translation>/ %1 页</translation>
        </message>
    </context>
    <context>
        <name>PacketTab</name>
        <message>
            <source>Make a new version</source>
            <translation>生成新版本</translation>
        </message>
        <message>
            <source>Only what changed</source>
            <translation>只出改动</translation>
        </message>
        <message>
            <source>Changed since v%1 was confirmed (%2): %3</source>
            <translation>客户确认 v%1 后改动（%2）：%3</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>No packet yet. It is made when the review is passed; the customer confirms it.</source>
            <translation>还没有确认包。初审通过时生成，由客户确认。</translation>
        </message>
        <message>
            <source>%1 confirmation v%2.pdf</source>
            <translation>%1 确认书 v%2.pdf</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>已写入：%1</translation>
        </message>
        <message>
            <source>Printing: page %1 of %2</source>
            <translation>正在打印：第 %1 页，共 %2 页</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Cancelled: nothing was printed, nothing is on record.</source>
            <translation>已取消：没有打印，也没有登记。</translation>
        </message>
        <message>
            <source>Sent to the printer: %1 pages</source>
            <translation>已送打印机：%1 页</translation>
        </message>
        <message>
            <source>The printer does not answer.</source>
            <translation>打印机没有响应。</translation>
        </message>
    </context>
    <context>
        <name>PageStrip</name>
        <message>
            <source>Page %1 of %2</source>
            <translation>第 %1 页，共 %2 页</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Filings</source>
            <translation>备案</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Sites %1</source>
            <translation>%1 个网站</translation>
        </message>
        <message>
            <source>left %1</source>
            <translation>剩余 %1</translation>
        </message>
        <message>
            <source>Commands only</source>
            <translation>只看命令</translation>
        </message>
        <message>
            <source>Numbers only</source>
            <translation>只看单号</translation>
        </message>
        <message>
            <source>Pinyin initials %1</source>
            <translation>拼音首字母 %1</translation>
        </message>
        <message>
            <source>first %1 of %2</source>
            <translation>共 %2 条，先列 %1 条</translation>
        </message>
        <message>
            <source>Palette</source>
            <translation>查找与命令</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>输入</translation>
        </message>
        <message>
            <source>commands only</source>
            <translation>只看命令</translation>
        </message>
        <message>
            <source>numbers</source>
            <translation>单号</translation>
        </message>
        <message>
            <source>choose</source>
            <translation>选择</translation>
        </message>
        <message>
            <source>see the acts</source>
            <translation>查看操作</translation>
        </message>
        <message>
            <source>close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>PaletteDesk</name>
        <message>
            <source>On “%1”</source>
            <translation>对“%1”</translation>
        </message>
        <message>
            <source>Places and commands</source>
            <translation>前往与命令</translation>
        </message>
        <message>
            <source>Nothing is found.</source>
            <translation>没有找到。可输入名称、拼音首字母、单号、域名或电话后四位。</translation>
        </message>
    </context>
    <context>
        <name>PaletteField</name>
        <message>
            <source>Sponsor, number, domain, phone end, initials</source>
            <translation>主办者、单号、域名、电话后四位、拼音首字母</translation>
        </message>
        <message>
            <source>Find or do</source>
            <translation>查找与命令</translation>
        </message>
    </context>
    <context>
        <name>PaymentDesk</name>
        <message>
            <source>Payment recorded</source>
            <translation>已登记付款</translation>
        </message>
        <message>
            <source>Order cancelled</source>
            <translation>已取消订单</translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>已撤销</translation>
        </message>
    </context>
    <context>
        <name>PaymentDialog</name>
        <message>
            <source>Record the payment</source>
            <translation>登记付款</translation>
        </message>
    </context>
    <context>
        <name>PicksField</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>PicturesDesk</name>
        <message>
            <source>The pictures are being made…</source>
            <translation>正在生成图片…</translation>
        </message>
        <message>
            <source>Folder for the pictures</source>
            <translation>图片放到哪个文件夹</translation>
        </message>
        <message>
            <source>Pictures written to %1: %2; originals that fit as they are: %3.</source>
            <translation>已写入 %1：图片 %2 张，其中原件合格未改动 %3 张。</translation>
        </message>
    </context>
    <context>
        <name>PicturesDialog</name>
        <message>
            <source>Export submission pictures</source>
            <translation>导出提交图片</translation>
        </message>
        <message>
            <source>This paper…</source>
            <translation>这份材料…</translation>
        </message>
        <message>
            <source>Upright, in colour, within the limits of the filing systems. The original stays as it is.</source>
            <translation>转正、RGB 颜色、大小符合备案系统要求。原件不变。</translation>
        </message>
        <message>
            <source>Write “%1” where nothing else stands</source>
            <translation>在空白处加“%1”水印，不遮挡内容</translation>
        </message>
        <message>
            <source>All papers of the filing…</source>
            <translation>这条备案的全部材料…</translation>
        </message>
    </context>
    <context>
        <name>PolicyPage</name>
        <message>
            <source>Province, rule, source</source>
            <translation>省份、规则、来源</translation>
        </message>
        <message>
            <source>Search the rules</source>
            <translation>查找规则</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>政策与知识</translation>
        </message>
        <message>
            <source>Rules of version %1, in force from %2</source>
            <translation>规则 %1 版，%2 起施行</translation>
        </message>
        <message>
            <source>No rule speaks of “%1”.</source>
            <translation>没有规则提到“%1”。</translation>
        </message>
        <message>
            <source>Not as elsewhere</source>
            <translation>与全国不同</translation>
        </message>
        <message>
            <source>National</source>
            <translation>全国通用</translation>
        </message>
        <message>
            <source>for all</source>
            <translation>适用于全部</translation>
        </message>
    </context>
    <context>
        <name>Program</name>
        <message>
            <source>Connecting</source>
            <translation>正在连接</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>离线</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>未连接</translation>
        </message>
    </context>
    <context>
        <name>ProgressLine</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>ProgressOutput</name>
        <message>
            <source>%1 progress.pdf</source>
            <translation>%1 进度单.pdf</translation>
        </message>
        <message>
            <source>Progress sheet</source>
            <translation>进度单</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>已写入：%1</translation>
        </message>
    </context>
    <context>
        <name>PromiseDesk</name>
        <message>
            <source>The promise is kept</source>
            <translation>约定已兑现</translation>
        </message>
        <message>
            <source>The promise is called off</source>
            <translation>约定已取消</translation>
        </message>
    </context>
    <context>
        <name>PromiseLine</name>
        <message>
            <source>Kept</source>
            <translation>已兑现</translation>
        </message>
        <message>
            <source>Another time…</source>
            <translation>改约…</translation>
        </message>
        <message>
            <source>Call off</source>
            <translation>取消约定</translation>
        </message>
        <message>
            <source>Promised for %1</source>
            <translation>约定 %1 回电</translation>
        </message>
        <message>
            <source>: %1</source>
            <translation>：%1</translation>
        </message>
    </context>
    <context>
        <name>PurchaseCard</name>
        <message>
            <source>not paid yet</source>
            <translation>尚未付款</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>规格</translation>
        </message>
        <message>
            <source>Sum</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>付款</translation>
        </message>
        <message>
            <source>Agreement</source>
            <translation>服务协议</translation>
        </message>
        <message>
            <source>coupon</source>
            <translation>优惠券</translation>
        </message>
        <message>
            <source>voucher</source>
            <translation>代金券</translation>
        </message>
        <message>
            <source>%1 yuan</source>
            <translation>%1 元</translation>
        </message>
        <message>
            <source>agreed to by the customer</source>
            <translation>客户已同意</translation>
        </message>
        <message>
            <source>agreed to at the sales console</source>
            <translation>在销售控制台购买时同意</translation>
        </message>
        <message>
            <source>not on record</source>
            <translation>没有记录</translation>
        </message>
    </context>
    <context>
        <name>QuestionGroup</name>
        <message>
            <source>Looked up on</source>
            <translation>核实日期</translation>
        </message>
        <message>
            <source>Looked up on another day…</source>
            <translation>不是今天核实的…</translation>
        </message>
        <message>
            <source>Nothing wrong with these %1</source>
            <translation>这 %1 项都没有问题</translation>
        </message>
    </context>
    <context>
        <name>QueuePage</name>
        <message>
            <source>All filings</source>
            <translation>全部备案</translation>
        </message>
        <message>
            <source>Found filings</source>
            <translation>搜索结果</translation>
        </message>
        <message>
            <source>No filing passes these filters.</source>
            <translation>没有符合筛选的备案。</translation>
        </message>
        <message>
            <source>Clear the filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>There is no filing in “%1”.</source>
            <translation>“%1”里没有备案。</translation>
        </message>
    </context>
    <context>
        <name>RatingCard</name>
        <message>
            <source>Ratings</source>
            <translation>服务评价</translation>
        </message>
        <message>
            <source>once a site, when it is filed or refunded</source>
            <translation>每个网站备案成功或退订后一次</translation>
        </message>
        <message>
            <source>Record the rating</source>
            <translation>登记评价</translation>
        </message>
        <message>
            <source>Refunded before a filing was begun: not rated yet</source>
            <translation>未发起备案即退订的网站，客户可评价</translation>
        </message>
        <message>
            <source>Refunded sites</source>
            <translation>退订的网站</translation>
        </message>
    </context>
    <context>
        <name>RatingDialog</name>
        <message>
            <source>Record the rating</source>
            <translation>登记评价</translation>
        </message>
        <message>
            <source>%1: sites refunded before a filing was begun</source>
            <translation>%1 ・ 未发起备案即退订的网站</translation>
        </message>
    </context>
    <context>
        <name>ReadingRow</name>
        <message>
            <source>(empty)</source>
            <translation>（空）</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>采纳</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>改用</translation>
        </message>
        <message>
            <source>The same</source>
            <translation>一致</translation>
        </message>
        <message>
            <source>Differs</source>
            <translation>不一致</translation>
        </message>
    </context>
    <context>
        <name>ReadingTable</name>
        <message>
            <source>Read on the scan, beside the form</source>
            <translation>识别结果与备案信息</translation>
        </message>
        <message>
            <source>Read on this machine; written only when you take it over</source>
            <translation>本机识别，采纳后才写入</translation>
        </message>
        <message>
            <source>With text recognition installed, what the scan says is listed here: %1</source>
            <translation>装上文字识别后，这里列出扫描件上读到的内容：%1</translation>
        </message>
        <message>
            <source>Reading the scan…</source>
            <translation>正在识别扫描件…</translation>
        </message>
        <message>
            <source>Nothing was read that the form asks for.</source>
            <translation>没有读到备案信息要填的内容。</translation>
        </message>
    </context>
    <context>
        <name>ReceiptDialog</name>
        <message>
            <source>Sync receipt</source>
            <translation>同步回执</translation>
        </message>
        <message>
            <source>Nothing waits.</source>
            <translation>没有未同步的操作。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Export .csv</source>
            <translation>导出 .csv</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>%1 写不进去：%2</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>已写入：%1</translation>
        </message>
        <message>
            <source>Export the receipt</source>
            <translation>导出同步回执</translation>
        </message>
        <message>
            <source>sync-receipt.csv</source>
            <translation>同步回执.csv</translation>
        </message>
    </context>
    <context>
        <name>RefundCard</name>
        <message>
            <source>Refund</source>
            <translation>退款试算</translation>
        </message>
        <message>
            <source>Ask for the refund</source>
            <translation>申请退订</translation>
        </message>
        <message>
            <source>Approve…</source>
            <translation>核准…</translation>
        </message>
        <message>
            <source>Decline…</source>
            <translation>不准…</translation>
        </message>
        <message>
            <source>by the rules since %1</source>
            <translation>按 %1 起的退订规则</translation>
        </message>
        <message>
            <source>Not begun</source>
            <translation>剩余网站</translation>
        </message>
        <message>
            <source> × %1</source>
            <translation>（%1 个）</translation>
        </message>
        <message>
            <source>%1 asked %2: %3</source>
            <translation>%1 %2 申请：%3</translation>
        </message>
        <message>
            <source>special reason: %1</source>
            <translation>特殊原因：%1</translation>
        </message>
        <message>
            <source>%1 × %2 yuan</source>
            <translation>%1 个网站 × %2 元</translation>
        </message>
        <message>
            <source>Somebody else decides</source>
            <translation>须由另一人核准</translation>
        </message>
        <message>
            <source>%2 yuan for %1 of the sites</source>
            <translation>%1 个网站，%2 元</translation>
        </message>
        <message>
            <source>asked by %1, decided by %2</source>
            <translation>%1 申请，%2 决定</translation>
        </message>
        <message>
            <source>Reasons as PDF</source>
            <translation>退订说明 PDF</translation>
        </message>
        <message>
            <source>Special reason</source>
            <translation>有特殊原因</translation>
        </message>
        <message>
            <source>Refund %1 yuan</source>
            <translation>应退 %1 元</translation>
        </message>
    </context>
    <context>
        <name>RefundDesk</name>
        <message>
            <source>%1 refund.pdf</source>
            <translation>%1 退订说明.pdf</translation>
        </message>
        <message>
            <source>Reasons of the refund</source>
            <translation>退订说明</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>已写入：%1</translation>
        </message>
    </context>
    <context>
        <name>RefundDialog</name>
        <message>
            <source>Ask for the refund</source>
            <translation>申请退订</translation>
        </message>
        <message>
            <source>A second person decides. Until then nothing of it is submitted.</source>
            <translation>由另一人核准；核准前，所选备案不能提交管局。</translation>
        </message>
        <message>
            <source>The customer's reason</source>
            <translation>客户的退订原因</translation>
        </message>
        <message>
            <source>Special reason (force majeure, change of policy)</source>
            <translation>特殊原因（不可抗力、政策变更等）</translation>
        </message>
        <message>
            <source>Approve the refund</source>
            <translation>核准退订</translation>
        </message>
        <message>
            <source>Decline the refund</source>
            <translation>不准退订</translation>
        </message>
        <message>
            <source>%1 asked for %2 yuan back: %3</source>
            <translation>%1 申请退 %2 元：%3</translation>
        </message>
        <message>
            <source>Who decides (not who asked)</source>
            <translation>核准人（不能是申请人）</translation>
        </message>
        <message>
            <source>Why; the customer reads it</source>
            <translation>不准的理由（会告知客户）</translation>
        </message>
    </context>
    <context>
        <name>ReplicaMaking</name>
        <message>
            <source>Copying %1 of %2 rows</source>
            <translation>正在复制第 %1 行，共 %2 行</translation>
        </message>
    </context>
    <context>
        <name>ReturnedSheetDialog</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>RiskCard</name>
        <message>
            <source>The authority mostly takes %1–%2 days; an old figure, to plan by</source>
            <translation>管局一般 %1–%2 天（旧数据，仅供安排）</translation>
        </message>
        <message>
            <source>%1 to correct</source>
            <translation>须改 %1 项</translation>
        </message>
        <message>
            <source>%1 doubtful</source>
            <translation>存疑 %1 项</translation>
        </message>
        <message>
            <source>%1 to look up</source>
            <translation>待核实 %1 项</translation>
        </message>
        <message>
            <source>The rules found nothing.</source>
            <translation>规则没有发现问题。</translation>
        </message>
        <message>
            <source>Advice to the customer</source>
            <translation>申请意见</translation>
        </message>
    </context>
    <context>
        <name>RulebookCard</name>
        <message>
            <source>Take a rulebook in…</source>
            <translation>取入规则库…</translation>
        </message>
        <message>
            <source>Trust a publisher's key…</source>
            <translation>信任发布者的公钥…</translation>
        </message>
        <message>
            <source>Rulebook</source>
            <translation>规则库</translation>
        </message>
        <message>
            <source>In force: %1</source>
            <translation>使用中：%1</translation>
        </message>
        <message>
            <source>Taken in: version %1, in force from %2, after the next start</source>
            <translation>已取入 %1 版，自 %2 起使用，下次打开程序时换上</translation>
        </message>
        <message>
            <source>%1 was changed, or its publisher is trusted no longer: it is not used.</source>
            <translation>%1 被改动过，或其发布者不再受信任，没有使用。</translation>
        </message>
        <message>
            <source>Trusted keys: %1</source>
            <translation>受信任的密钥：%1</translation>
        </message>
        <message>
            <source>version %1, with the program</source>
            <translation>%1 版，随程序</translation>
        </message>
        <message>
            <source>version %1, signed by %2</source>
            <translation>%1 版，已验签，密钥 %2</translation>
        </message>
        <message>
            <source>Checking %1 of %2 open filings</source>
            <translation>正在核对在办备案 %1 / %2</translation>
        </message>
        <message>
            <source>Rulebooks (*.rulebook)</source>
            <translation>规则库 (*.rulebook)</translation>
        </message>
        <message>
            <source>Take a rulebook in</source>
            <translation>取入规则库</translation>
        </message>
        <message>
            <source>Public keys (*.pem)</source>
            <translation>公钥 (*.pem)</translation>
        </message>
        <message>
            <source>Trust a publisher's key</source>
            <translation>信任发布者的公钥</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>Taken in.</source>
            <translation>已取入。</translation>
        </message>
    </context>
    <context>
        <name>RulebookDialog</name>
        <message>
            <source>Take in the rulebook of %1</source>
            <translation>取入规则库 %1 版</translation>
        </message>
        <message>
            <source>Take it in</source>
            <translation>取入</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>另有 %1 条</translation>
        </message>
        <message>
            <source>No verdict changes.</source>
            <translation>没有备案的结论会变。</translation>
        </message>
        <message>
            <source>The verdict on these filings changes: %1</source>
            <translation>结论会变的备案：%1 条</translation>
        </message>
        <message>
            <source>In force from %1, signed by %2. Open filings that it can touch: %3.</source>
            <translation>自 %1 起使用，签名有效（密钥 %2）。可能受影响的在办备案：%3 条。</translation>
        </message>
        <message>
            <source>New: %1</source>
            <translation>新增：%1</translation>
        </message>
        <message>
            <source>No longer: %1</source>
            <translation>不再有：%1</translation>
        </message>
    </context>
    <context>
        <name>SavedViewsFrame</name>
        <message>
            <source>Save this list</source>
            <translation>保存这个筛选</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Rename the list</source>
            <translation>改名</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>改名</translation>
        </message>
        <message>
            <source>Keep the list as it is now</source>
            <translation>更新为现在的筛选</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>改名…</translation>
        </message>
        <message>
            <source>For me alone</source>
            <translation>只给自己看</translation>
        </message>
        <message>
            <source>For the whole team</source>
            <translation>给全组看</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>%1 (team, by %2)</source>
            <translation>%1（全组，%2 保存）</translation>
        </message>
    </context>
    <context>
        <name>ScanFacts</name>
        <message>
            <source>File and requirements</source>
            <translation>文件与要求</translation>
        </message>
        <message>
            <source>{name} · attached {when} by {who}</source>
            <translation>{name} · {when} {who} 添加</translation>
        </message>
    </context>
    <context>
        <name>ScanHead</name>
        <message>
            <source>Previous page</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Turn the view</source>
            <translation>旋转查看</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
    </context>
    <context>
        <name>ScanViewer</name>
        <message>
            <source>Choose a paper to look at its files.</source>
            <translation>选一项材料，查看它的文件。</translation>
        </message>
        <message>
            <source>“{name}” has no file yet.</source>
            <translation>“{name}”还没有文件。</translation>
        </message>
        <message>
            <source>Choose files</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Replace the file</source>
            <translation>替换文件</translation>
        </message>
        <message>
            <source>Ask for a new scan</source>
            <translation>请客户重拍</translation>
        </message>
        <message>
            <source>file {at} / {all}</source>
            <translation>第 {at} / {all} 份</translation>
        </message>
        <message>
            <source>page {at} / {all}</source>
            <translation>第 {at} / {all} 页</translation>
        </message>
        <message>
            <source>The authority returns what has expired; rule {rule}, {day}.</source>
            <translation>过期的证件会被管局退回；规则 {rule}，{day}。</translation>
        </message>
    </context>
    <context>
        <name>ScriptDialog</name>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Search sponsors, domains, numbers</source>
            <translation>搜索主办者、域名、单号</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
    </context>
    <context>
        <name>SeenDialog</name>
        <message>
            <source>What the customer saw</source>
            <translation>客户看到的</translation>
        </message>
        <message>
            <source>As submitted</source>
            <translation>提交时</translation>
        </message>
        <message>
            <source>As confirmed</source>
            <translation>确认时</translation>
        </message>
        <message>
            <source>Which version</source>
            <translation>看哪一版</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>The paper as they had it</source>
            <translation>看当时的确认书</translation>
        </message>
        <message>
            <source>Field by field</source>
            <translation>逐项对照</translation>
        </message>
        <message>
            <source>Nothing was confirmed yet.</source>
            <translation>客户还没有确认过任何一版。</translation>
        </message>
        <message>
            <source>v%1, confirmed %2</source>
            <translation>第 %1 版，%2 确认</translation>
        </message>
        <message>
            <source>v%1, submitted %2</source>
            <translation>第 %1 版，%2 提交</translation>
        </message>
        <message>
            <source>nothing differs now</source>
            <translation>与现在一致</translation>
        </message>
        <message>
            <source>differs now in %1</source>
            <translation>与现在有 %1 处不同</translation>
        </message>
        <message>
            <source>At the deadline</source>
            <translation>到期自动确认</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>配色</translation>
        </message>
        <message>
            <source>Your name, as it stands in records and on paper</source>
            <translation>您的姓名，用于记录和纸面</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>数据库</translation>
        </message>
        <message>
            <source>Hours before the deadline at which the customer is reminded</source>
            <translation>截止前多少小时提醒客户确认</translation>
        </message>
        <message>
            <source>Certificate that packets are signed with (.p12, .pfx)</source>
            <translation>确认包签名证书（.p12、.pfx）</translation>
        </message>
        <message>
            <source>none: packets are not signed</source>
            <translation>未设置：不签名</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>This window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>This desk</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>Whole hours with commas between, as 24, 4, 1</source>
            <translation>写整小时数，用逗号隔开，如 24, 4, 1</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>There is no such file</source>
            <translation>没有这个文件</translation>
        </message>
        <message>
            <source>What you changed is in force after the next start.</source>
            <translation>改动在下次启动后生效。</translation>
        </message>
    </context>
    <context>
        <name>SharedCard</name>
        <message>
            <source>This desk works with a file on this machine.</source>
            <translation>现在用本机文件。</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>服务器</translation>
        </message>
        <message>
            <source>Name of the database</source>
            <translation>库名</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>用户名</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>As the keyring or ~/.pgpass has it</source>
            <translation>留空则取自钥匙串或 ~/.pgpass</translation>
        </message>
        <message>
            <source>Keep the password in the system's keyring</source>
            <translation>把密码存入系统钥匙串</translation>
        </message>
        <message>
            <source>Check the connection</source>
            <translation>检查连接</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Keep a replica on this machine</source>
            <translation>在本机保留副本</translation>
        </message>
        <message>
            <source>Move this machine's work there…</source>
            <translation>把本机数据搬过去…</translation>
        </message>
        <message>
            <source>Use the file on this machine</source>
            <translation>改用本机文件</translation>
        </message>
        <message>
            <source>This desk works on %1 directly, as %2 (%3).</source>
            <translation>现在直接连接 %1，登录为%2（%3）。</translation>
        </message>
        <message>
            <source>This desk works with a replica of %1, as %2.</source>
            <translation>现在用 %1 的副本，登录为 %2。</translation>
        </message>
        <message>
            <source>The database is not open.</source>
            <translation>数据库没有打开。</translation>
        </message>
        <message>
            <source>Shared database</source>
            <translation>共享数据库</translation>
        </message>
        <message>
            <source>Connecting</source>
            <translation>正在连接</translation>
        </message>
        <message>
            <source>Connected to %1 as %2 (%3).</source>
            <translation>已连上 %1，登录为%2（%3）。</translation>
        </message>
        <message>
            <source>In force after the next start.</source>
            <translation>下次启动后生效。</translation>
        </message>
        <message>
            <source>The replica is made; the next start opens it.</source>
            <translation>副本已建好，下次启动时打开。</translation>
        </message>
    </context>
    <context>
        <name>SheetSide</name>
        <message>
            <source>Record the confirmation</source>
            <translation>登记客户确认</translation>
        </message>
        <message>
            <source>Record the return</source>
            <translation>登记客户退回</translation>
        </message>
        <message>
            <source>Open the filing</source>
            <translation>打开备案</translation>
        </message>
        <message>
            <source>Filed wrongly</source>
            <translation>归错了</translation>
        </message>
        <message>
            <source>Choose a sheet to look at it.</source>
            <translation>选择一页查看。</translation>
        </message>
    </context>
    <context>
        <name>ShiftDesk</name>
        <message>
            <source>Export as PDF…</source>
            <translation>导出 PDF…</translation>
        </message>
        <message>
            <source>Copy as text</source>
            <translation>复制为文字</translation>
        </message>
        <message>
            <source>Shift sheet</source>
            <translation>交接单</translation>
        </message>
        <message>
            <source>Shift sheet.pdf</source>
            <translation>交接单.pdf</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>已写入：%1</translation>
        </message>
        <message>
            <source>The shift sheet is in the clipboard.</source>
            <translation>交接单已复制。</translation>
        </message>
    </context>
    <context>
        <name>ShortcutList</name>
        <message>
            <source>Shortcuts</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>去处</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>Filing</source>
            <translation>备案</translation>
        </message>
    </context>
    <context>
        <name>SignDialog</name>
        <message>
            <source>Version %1 is signed with %2; the packet itself stays.</source>
            <translation>用 %2 为第 %1 版签名；确认包本身不变。</translation>
        </message>
        <message>
            <source>Sign the packet</source>
            <translation>签名确认包</translation>
        </message>
        <message>
            <source>Choose where to save…</source>
            <translation>选择保存位置…</translation>
        </message>
        <message>
            <source>Password of the certificate</source>
            <translation>证书密码</translation>
        </message>
        <message>
            <source>As the keyring has it</source>
            <translation>留空则用钥匙串中的</translation>
        </message>
        <message>
            <source>Keep it in the system's keyring</source>
            <translation>保存到系统钥匙串</translation>
        </message>
    </context>
    <context>
        <name>SortButton</name>
        <message>
            <source>descending</source>
            <translation>降序</translation>
        </message>
        <message>
            <source>ascending</source>
            <translation>升序</translation>
        </message>
        <message>
            <source>Ascending</source>
            <translation>升序</translation>
        </message>
        <message>
            <source>Descending</source>
            <translation>降序</translation>
        </message>
    </context>
    <context>
        <name>Standing</name>
        <message>
            <source>Database on this machine</source>
            <translation>本机数据库</translation>
        </message>
        <message>
            <source>Sync paused</source>
            <translation>同步已暂停</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>离线</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>在线</translation>
        </message>
        <message>
            <source>Needs a decision: %1</source>
            <translation>需要处理 %1</translation>
        </message>
        <message>
            <source>synced %1</source>
            <translation>%1 已同步</translation>
        </message>
        <message>
            <source>to sync: %1</source>
            <translation>%1 项待同步</translation>
        </message>
    </context>
    <context>
        <name>StatisticsPage</name>
        <message>
            <source>Export the report</source>
            <translation>导出报表</translation>
        </message>
        <message>
            <source>Statistics</source>
            <translation>统计</translation>
        </message>
        <message>
            <source>As of %1 ・ filings: %2</source>
            <translation>数据截至 %1 ・ 共 %2 条备案</translation>
        </message>
        <message>
            <source>%1 d</source>
            <translation>%1 天</translation>
        </message>
        <message>
            <source>%1 stars</source>
            <translation>%1 星</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 时</translation>
        </message>
        <message>
            <source>by fortnight; approved with the first submission</source>
            <translation>每两周，首次提交即通过</translation>
        </message>
        <message>
            <source>working days from submission to decision; line: median, box: middle half</source>
            <translation>提交到办结，工作日；竖线为中位数，框为中间一半</translation>
        </message>
        <message>
            <source>by hour of the purchase, %; △ below %1</source>
            <translation>按下单时段，%；△ 低于 %1</translation>
        </message>
        <message>
            <source>by the authority: %1</source>
            <translation>管局，共 %1 次</translation>
        </message>
        <message>
            <source>ratings: %1</source>
            <translation>%1 份</translation>
        </message>
        <message>
            <source>working hours; line: median, box: middle half</source>
            <translation>工作小时；竖线为中位数，框为中间一半</translation>
        </message>
        <message>
            <source>open filings by butler</source>
            <translation>每位管家的在办备案</translation>
        </message>
        <message>
            <source>The 20 working days are the legal limit.</source>
            <translation>20 个工作日为法定上限。</translation>
        </message>
        <message>
            <source>Shown are the %1 with the most filings; the table has all.</source>
            <translation>图中为备案最多的 %1 个省份，数据表有全部。</translation>
        </message>
        <message>
            <source>Lowest: %1 %2, %3 of %4 in time (%5).</source>
            <translation>最低：%1 %2 时段，%4 单中 %3 单达标（%5）。</translation>
        </message>
        <message>
            <source>Outside working hours: %1 of %2 in time.</source>
            <translation>工作时段外下单：%2 单中 %1 单达标。</translation>
        </message>
        <message>
            <source>Export as .xlsx</source>
            <translation>导出 .xlsx</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>已写入：%1</translation>
        </message>
    </context>
    <context>
        <name>StrandedWords</name>
        <message>
            <source>Typed for an act that is done or gone: “%1”</source>
            <translation>这一步已不用做，您输入的文字还在：“%1”</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
    </context>
    <context>
        <name>SyncPanel</name>
        <message>
            <source>The shared database is tried again by itself; you can go on reading.</source>
            <translation>共享库会自动重连，已显示的内容可以继续看。</translation>
        </message>
        <message>
            <source>You work on the shared database itself; every act is there at once.</source>
            <translation>您直接在共享库上工作，每项操作立即写入。</translation>
        </message>
        <message>
            <source>Everything is kept on this machine, and merged when the network is back.</source>
            <translation>改动都存在本机，联网后自动合并。</translation>
        </message>
        <message>
            <source>Others changed the same values. Choose what stays; all else is merged.</source>
            <translation>别人也改了同样的内容，请选择留下哪一个；其余已自动合并。</translation>
        </message>
        <message>
            <source>Acts wait to be shared.</source>
            <translation>有操作等待同步。</translation>
        </message>
        <message>
            <source>This machine's replica is equal to the shared database.</source>
            <translation>本机副本与共享库一致。</translation>
        </message>
        <message numerus="yes">
            <source>and %n more, in the receipt</source>
            <translation>
                <numerusform>另有 %n 项，见同步回执</numerusform>
            </translation>
        </message>
        <message>
            <source>Take offline</source>
            <translation>带出离线</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>同步回执</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>立即同步</translation>
        </message>
        <message>
            <source>Settle conflicts</source>
            <translation>处理冲突</translation>
        </message>
        <message>
            <source>Looked at it, go on</source>
            <translation>看过了，继续同步</translation>
        </message>
    </context>
    <context>
        <name>TakeOutDialog</name>
        <message>
            <source>Take offline</source>
            <translation>带出离线</translation>
        </message>
        <message>
            <source>Every record is on this machine already; here the scans are fetched as well, to be looked at without a network.</source>
            <translation>备案内容已全部在本机；这里把扫描件也取到本机，没有网络时也能查看。</translation>
        </message>
        <message>
            <source>Fetch scans</source>
            <translation>取回扫描件</translation>
        </message>
        <message numerus="yes">
            <source>%n filing(s) chosen</source>
            <translation>
                <numerusform>已选 %n 条备案</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n scan(s) not here yet, %1 MB</source>
            <translation>
                <numerusform>%n 个扫描件不在本机，共 %1 MB</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Fetch %n scan(s)</source>
            <translation>
                <numerusform>取回 %n 个扫描件</numerusform>
            </translation>
        </message>
        <message>
            <source>all scans are here</source>
            <translation>扫描件都在本机</translation>
        </message>
        <message>
            <source>Fetching</source>
            <translation>正在取回</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message numerus="yes">
            <source>%n scan(s) fetched, %1 MB</source>
            <translation>
                <numerusform>已取回 %n 个扫描件，%1 MB</numerusform>
            </translation>
        </message>
        <message>
            <source>The network is away; fetch the rest when it is back.</source>
            <translation>网络断开，其余的联网后再取。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>TaskList</name>
        <message>
            <source>Nothing is to be done. What falls due appears here.</source>
            <translation>没有要办的事。到期的事会出现在这里。</translation>
        </message>
        <message>
            <source>To do</source>
            <translation>要办的事</translation>
        </message>
        <message numerus="yes">
            <source>%n more in the queue</source>
            <translation>
                <numerusform>另有 %n 件，在备案队列查看</numerusform>
            </translation>
        </message>
        <message>
            <source>By due time</source>
            <translation>按到期</translation>
        </message>
        <message>
            <source>By stage</source>
            <translation>按阶段</translation>
        </message>
    </context>
    <context>
        <name>TimelineTab</name>
        <message>
            <source>Show %1 earlier</source>
            <translation>显示更早的 %1 条</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>Mine</source>
            <translation>我的</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>全组</translation>
        </message>
        <message>
            <source>Whose</source>
            <translation>看谁的</translation>
        </message>
        <message>
            <source>Shift sheet</source>
            <translation>交接单</translation>
        </message>
        <message>
            <source>first contact</source>
            <translation>首次联系</translation>
        </message>
        <message>
            <source>Next due: %1 %2 %3</source>
            <translation>下一个到期：%1 %2 %3</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) to do</source>
            <translation>
                <numerusform>%n 件要办</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n 件超时</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) wait for your call</source>
            <translation>
                <numerusform>%n 位客户等您联系</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message numerus="yes">
            <source>%n more wait for the first contact</source>
            <translation>
                <numerusform>另有 %n 位客户待首次联系</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ToldList</name>
        <message>
            <source>Told to the customer</source>
            <translation>告知客户</translation>
        </message>
        <message>
            <source>Progress sheet</source>
            <translation>进度单</translation>
        </message>
        <message>
            <source>%1 not told yet</source>
            <translation>还有 %1 项没告知</translation>
        </message>
        <message>
            <source>not told yet</source>
            <translation>还没告知</translation>
        </message>
        <message>
            <source>Call script</source>
            <translation>电话脚本</translation>
        </message>
        <message>
            <source>Copy the text</source>
            <translation>复制文字</translation>
        </message>
        <message>
            <source>Send by e-mail</source>
            <translation>发邮件</translation>
        </message>
        <message>
            <source>Tick as told</source>
            <translation>登记已告知</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Navigation</source>
            <translation>导航</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>后退</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>前进</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>通知</translation>
        </message>
    </context>
    <context>
        <name>TrendChart</name>
        <message>
            <source>Team</source>
            <translation>组</translation>
        </message>
        <message>
            <source>Me</source>
            <translation>我</translation>
        </message>
        <message>
            <source>Target %1</source>
            <translation>目标 %1</translation>
        </message>
    </context>
    <context>
        <name>UndoStrip</name>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>ValueWords</name>
        <message>
            <source>(empty)</source>
            <translation>（空）</translation>
        </message>
    </context>
    <context>
        <name>VersionList</name>
        <message>
            <source>%1 pages</source>
            <translation>%1 页</translation>
        </message>
        <message>
            <source>Digest %1</source>
            <translation>校验码 %1</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>客户退回</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>已作废</translation>
        </message>
        <message>
            <source>Awaiting confirmation</source>
            <translation>等待确认</translation>
        </message>
        <message>
            <source>Not sent</source>
            <translation>未送达</translation>
        </message>
        <message>
            <source>confirmed %1</source>
            <translation>%1 确认</translation>
        </message>
        <message>
            <source>returned %1</source>
            <translation>%1 退回</translation>
        </message>
        <message>
            <source>delivered %1</source>
            <translation>%1 送达</translation>
        </message>
        <message>
            <source>replaced by %1</source>
            <translation>由 %1 替代</translation>
        </message>
        <message>
            <source>changed: %1</source>
            <translation>改动：%1</translation>
        </message>
        <message>
            <source>the content changed</source>
            <translation>内容已改动</translation>
        </message>
        <message>
            <source>only the %1 changes since v%2</source>
            <translation>只含 v%2 确认后的 %1 处改动</translation>
        </message>
        <message>
            <source>%1 changes from v%2</source>
            <translation>与 v%2 相比改 %1 处</translation>
        </message>
    </context>
    <context>
        <name>VersionPapers</name>
        <message>
            <source>Proof of the confirmation</source>
            <translation>确认凭证</translation>
        </message>
        <message>
            <source>Submitted files</source>
            <translation>提交材料包</translation>
        </message>
        <message>
            <source>Signed copy…</source>
            <translation>签名导出…</translation>
        </message>
        <message>
            <source>%1 packet v%2 signed.pdf</source>
            <translation>%1 确认包 v%2 已签名.pdf</translation>
        </message>
        <message>
            <source>%1 proof of confirmation v%2.pdf</source>
            <translation>%1 确认凭证 v%2.pdf</translation>
        </message>
        <message>
            <source>%1 submitted files v%2.zip</source>
            <translation>%1 提交材料 v%2.zip</translation>
        </message>
    </context>
    <context>
        <name>ViewDialog</name>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Show it to the whole team</source>
            <translation>给全组看</translation>
        </message>
    </context>
    <context>
        <name>WantedBar</name>
        <message>
            <source>Me</source>
            <translation>我</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>全组</translation>
        </message>
        <message>
            <source>Whose</source>
            <translation>看谁的</translation>
        </message>
        <message>
            <source>Last %1 days</source>
            <translation>近 %1 天</translation>
        </message>
        <message>
            <source>All the time</source>
            <translation>全部时间</translation>
        </message>
        <message>
            <source>All provinces</source>
            <translation>全部省份</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>全部服务类型</translation>
        </message>
    </context>
    <context>
        <name>WordsCard</name>
        <message>
            <source>“%1”</source>
            <translation>“%1”</translation>
        </message>
    </context>
    <context>
        <name>Workplace</name>
        <message>
            <source>butler</source>
            <translation>管家</translation>
        </message>
    </context>
    <context>
        <name>_FileDrop</name>
        <message>
            <source>Drop the sales console's export here, or choose it.</source>
            <translation>把销售控制台导出的订单表拖到这里，或选择文件。</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Excel (.xlsx) or CSV. Titles above the table, a totals row below it and other columns do not matter. The file itself is never changed.</source>
            <translation>支持 Excel（.xlsx）与 CSV。表上方的标题、下方的合计行和其他列都不影响。原文件不会被改动。</translation>
        </message>
    </context>
    <context>
        <name>_Heads</name>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Scan</source>
            <translation>扫描件</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>备案信息</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
    </context>
    <context>
        <name>_Table</name>
        <message>
            <source>Measure</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Wanted</source>
            <translation>要求</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
    </context>
</TS>
