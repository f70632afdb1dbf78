<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
    <context>
        <name>ActCard</name>
        <message>
            <source>After saving: the state is “%1”</source>
            <translation>保存后：状态变为“%1”</translation>
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
        <name>ConditionsList</name>
        <message>
            <source>For automatic confirmation</source>
            <translation>自动确认条件</translation>
        </message>
        <message>
            <source>This version was delivered</source>
            <translation>本版已送达客户</translation>
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
            <source>Promised for %1</source>
            <translation>约定 %1</translation>
        </message>
        <message>
            <source>: %1</source>
            <translation>：%1</translation>
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
            <source>, then confirmed automatically</source>
            <translation>，到期自动确认</translation>
        </message>
        <message>
            <source>; no automatic confirmation before the delivery is on record</source>
            <translation>；未登记送达，到期不自动确认</translation>
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
            <source>Not saved: %1</source>
            <translation>没有保存：%1</translation>
        </message>
        <message>
            <source>Save again</source>
            <translation>再保存</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
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
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n 天内</numerusform>
            </translation>
        </message>
        <message>
            <source>Province</source>
            <translation>省份</translation>
        </message>
        <message>
            <source>Service type</source>
            <translation>服务类型</translation>
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
            <source>Rule %1</source>
            <translation>规则 %1</translation>
        </message>
        <message>
            <source>Must be corrected</source>
            <translation>须改正</translation>
        </message>
        <message>
            <source>For information</source>
            <translation>供参考</translation>
        </message>
        <message>
            <source>Doubtful</source>
            <translation>存疑</translation>
        </message>
        <message>
            <source>The authority's words</source>
            <translation>管局原文</translation>
        </message>
        <message>
            <source>Returned with</source>
            <translation>退回意见</translation>
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
            <translation>保存后：状态变为“%1”</translation>
        </message>
        <message>
            <source>first contact took %1</source>
            <translation>首次联系用时 %1</translation>
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
            <source>Import orders</source>
            <translation>导入订单表</translation>
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
            <source>%1 changed it at %2</source>
            <translation>%1 %2 改过</translation>
        </message>
        <message>
            <source>Legal representative</source>
            <translation>法定代表人</translation>
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
            <source>Zoom %1%</source>
            <translation>缩放 %1%</translation>
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
            <source>papers %1/%2</source>
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
            <source>%1 delivered %2</source>
            <translation>%1 已于 %2 送达</translation>
        </message>
    </context>
    <context>
        <name>OrderDetail</name>
        <message>
            <source>Start a filing</source>
            <translation>发起备案</translation>
        </message>
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
        <message>
            <source>bought %1</source>
            <translation>%1 购买</translation>
        </message>
        <message>
            <source>%1 yuan paid</source>
            <translation>%1 元已付</translation>
        </message>
        <message numerus="yes">
            <source>%n site(s) not started</source>
            <translation>
                <numerusform>还有 %n 个网站未开始</numerusform>
            </translation>
        </message>
        <message>
            <source>Every site has its filing</source>
            <translation>所有网站都已发起备案</translation>
        </message>
        <message>
            <source>Promised %1: %2</source>
            <translation>客户约定 %1：%2</translation>
        </message>
        <message>
            <source>No call is promised</source>
            <translation>没有约定的回电</translation>
        </message>
        <message>
            <source>No filing here.</source>
            <translation>这里没有备案。</translation>
        </message>
        <message>
            <source>No contact yet.</source>
            <translation>还没有沟通记录。</translation>
        </message>
        <message>
            <source>Ratings</source>
            <translation>服务评价</translation>
        </message>
    </context>
    <context>
        <name>OrdersPage</name>
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
            <source>Import orders</source>
            <translation>导入订单表</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>订单</translation>
        </message>
        <message>
            <source>Enter an order</source>
            <translation>登记订单</translation>
        </message>
        <message>
            <source>There is no order here. Orders come from the sales console's export.</source>
            <translation>这里没有订单。订单从销售控制台导出的订单表导入。</translation>
        </message>
    </context>
    <context>
        <name>PacketOutput</name>
        <message>
            <source>Export the packet</source>
            <translation>导出确认包</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
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
            <translation>已写出：%1</translation>
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
        <name>PicksField</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
    </context>
    <context>
        <name>QueuePage</name>
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
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Search sponsors, domains, numbers, phones; pinyin initials too</source>
            <translation>搜索主办者、域名、单号</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
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
            <source>Language and name are in force everywhere after the next start.</source>
            <translation>语言和姓名在下次启动后全部生效。</translation>
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
            <source>void</source>
            <translation>已作废</translation>
        </message>
        <message>
            <source>%1 changes from v%2</source>
            <translation>与 v%2 相比改 %1 处</translation>
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
        <message numerus="yes">
            <source>%n filing(s)</source>
            <translation>
                <numerusform>%n 条</numerusform>
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
