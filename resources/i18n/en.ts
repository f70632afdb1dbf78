<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AlarmFrame</name>
        <message numerus="yes">
            <source> and %n more</source>
            <translation>
                <numerusform> and %n more</numerusform>
                <numerusform> and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Alarms: %n unread</source>
            <translation>
                <numerusform>Alarms: %n unread</numerusform>
                <numerusform>Alarms: %n unread</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AssignDialog</name>
        <message numerus="yes">
            <source>Files to sort: %n</source>
            <translation>
                <numerusform>Files to sort: %n</numerusform>
                <numerusform>Files to sort: %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Attach files: %n</source>
            <translation>
                <numerusform>Attach files: %n</numerusform>
                <numerusform>Attach files: %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AssignmentDesk</name>
        <message numerus="yes">
            <source>%n order(s) claimed</source>
            <translation>
                <numerusform>%n order claimed</numerusform>
                <numerusform>%n orders claimed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n filing(s) claimed</source>
            <translation>
                <numerusform>%n filing claimed</numerusform>
                <numerusform>%n filings claimed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChangeList</name>
        <message numerus="yes">
            <source>Show all %n</source>
            <translation>
                <numerusform>Show all %n</numerusform>
                <numerusform>Show all %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChoicesStrip</name>
        <message numerus="yes">
            <source>%n choice(s) wait in this filing</source>
            <translation>
                <numerusform>%n choice waits in this filing</numerusform>
                <numerusform>%n choices wait in this filing</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChosenBar</name>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>%n chosen</numerusform>
                <numerusform>%n chosen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Choose all %n</source>
            <translation>
                <numerusform>Choose all %n</numerusform>
                <numerusform>Choose all %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation>
                <numerusform>%n row copied</numerusform>
                <numerusform>%n rows copied</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConflictDialog</name>
        <message numerus="yes">
            <source>Next ・ %n left</source>
            <translation>
                <numerusform>Next ・ %n left</numerusform>
                <numerusform>Next ・ %n left</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConflictHead</name>
        <message numerus="yes">
            <source>%n choice(s) wait in %1 record(s)</source>
            <translation>
                <numerusform>%n choice waits in %1 record</numerusform>
                <numerusform>%n choices wait, records: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Offline %1 – %2, %n act(s)</source>
            <translation>
                <numerusform>Offline %1 – %2, %n act</numerusform>
                <numerusform>Offline %1 – %2, %n acts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConflictItem</name>
        <message numerus="yes">
            <source>%n choice(s)</source>
            <translation>
                <numerusform>%n choice</numerusform>
                <numerusform>%n choices</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConflictList</name>
        <message numerus="yes">
            <source>%n other record(s)</source>
            <translation>
                <numerusform>%n other record</numerusform>
                <numerusform>%n other records</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConflictRecord</name>
        <message numerus="yes">
            <source>%n later act(s) on this order (%1) wait and are judged again by what you choose. Equal changes are not listed.</source>
            <translation>
                <numerusform>%n later act on this order (%1) waits and is judged again by what you choose. Equal changes are not listed.</numerusform>
                <numerusform>%n later acts on this order (%1) wait and are judged again by what you choose. Equal changes are not listed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ContactCard</name>
        <message numerus="yes">
            <source>%n site(s)</source>
            <translation>
                <numerusform>%n site</numerusform>
                <numerusform>%n sites</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DraftNotice</name>
        <message numerus="yes">
            <source>%n filing(s) with drafts that are not saved</source>
            <translation>
                <numerusform>%n filing with a draft that is not saved</numerusform>
                <numerusform>%n filings with drafts that are not saved</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Filters</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>within %n day</numerusform>
                <numerusform>within %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FrameWords</name>
        <message numerus="yes">
            <source>%n filing(s) became overdue</source>
            <translation>
                <numerusform>%n filing became overdue</numerusform>
                <numerusform>%n filings became overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n filing(s)</source>
            <translation>
                <numerusform>%n filing</numerusform>
                <numerusform>%n filings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>%n chosen</numerusform>
                <numerusform>%n chosen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n order(s)</source>
            <translation>
                <numerusform>%n order</numerusform>
                <numerusform>%n orders</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n first contact(s) overdue</source>
            <translation>
                <numerusform>%n first contact overdue</numerusform>
                <numerusform>%n first contacts overdue</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HandOverDialog</name>
        <message numerus="yes">
            <source>%n order(s)</source>
            <translation>
                <numerusform>%n order</numerusform>
                <numerusform>%n orders</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n filing(s)</source>
            <translation>
                <numerusform>%n filing</numerusform>
                <numerusform>%n filings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportFoot</name>
        <message numerus="yes">
            <source>Columns to name: %n</source>
            <translation>
                <numerusform>Columns to name: %n</numerusform>
                <numerusform>Columns to name: %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Import rows: %n</source>
            <translation>
                <numerusform>Import rows: %n</numerusform>
                <numerusform>Import rows: %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message numerus="yes">
            <source>Rows: %n</source>
            <translation>
                <numerusform>Rows: %n</numerusform>
                <numerusform>Rows: %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Rows written to %1: %n</source>
            <translation>
                <numerusform>Rows written to %1: %n</numerusform>
                <numerusform>Rows written to %1: %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportResult</name>
        <message numerus="yes">
            <source>Importing orders: %n</source>
            <translation>
                <numerusform>Importing orders: %n</numerusform>
                <numerusform>Importing orders: %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Orders imported: %n</source>
            <translation>
                <numerusform>Orders imported: %n</numerusform>
                <numerusform>Orders imported: %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>IntakeDesk</name>
        <message numerus="yes">
            <source>Taken from the workbook: %n value(s).</source>
            <translation>
                <numerusform>Taken from the workbook: %n value.</numerusform>
                <numerusform>Taken from the workbook: %n values.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>IntakeDialog</name>
        <message numerus="yes">
            <source>%n change(s)</source>
            <translation>
                <numerusform>%n change</numerusform>
                <numerusform>%n changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take %n value(s)</source>
            <translation>
                <numerusform>Take %n value</numerusform>
                <numerusform>Take %n values</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ListExport</name>
        <message numerus="yes">
            <source>Export %n row(s)</source>
            <translation>
                <numerusform>Export %n row</numerusform>
                <numerusform>Export %n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Rows written to %1: %n</source>
            <translation>
                <numerusform>Row written to %1: %n</numerusform>
                <numerusform>Rows written to %1: %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ListSide</name>
        <message numerus="yes">
            <source>%n filing(s)</source>
            <translation>
                <numerusform>%n filing</numerusform>
                <numerusform>%n filings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MailFrame</name>
        <message numerus="yes">
            <source>%n e-mail(s): </source>
            <translation>
                <numerusform>%n e-mail: </numerusform>
                <numerusform>%n e-mails: </numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MaterialCard</name>
        <message numerus="yes">
            <source>%n more folded</source>
            <translation>
                <numerusform>%n more folded</numerusform>
                <numerusform>%n more folded</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n folded</source>
            <translation>
                <numerusform>%n folded</numerusform>
                <numerusform>%n folded</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MoveDialog</name>
        <message numerus="yes">
            <source>Move %n order(s)</source>
            <translation>
                <numerusform>Move %n order</numerusform>
                <numerusform>Move %n orders</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) are missing on this machine.</source>
            <translation>
                <numerusform>%n file is missing on this machine.</numerusform>
                <numerusform>%n files are missing on this machine.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n order(s) compared one by one: all equal.</source>
            <translation>
                <numerusform>%n order compared: all equal.</numerusform>
                <numerusform>%n orders compared one by one: all equal.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NavButton</name>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OrderDetail</name>
        <message numerus="yes">
            <source>Show all %n</source>
            <translation>
                <numerusform>Show all %n</numerusform>
                <numerusform>Show all %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OrderPanel</name>
        <message numerus="yes">
            <source>%n site(s) not started</source>
            <translation>
                <numerusform>%n site not started</numerusform>
                <numerusform>%n sites not started</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SyncPanel</name>
        <message numerus="yes">
            <source>and %n more, in the receipt</source>
            <translation>
                <numerusform>and %n more, in the receipt</numerusform>
                <numerusform>and %n more, in the receipt</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TakeOutDialog</name>
        <message numerus="yes">
            <source>%n filing(s) chosen</source>
            <translation>
                <numerusform>%n filing chosen</numerusform>
                <numerusform>%n filings chosen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n scan(s) not here yet, %1 MB</source>
            <translation>
                <numerusform>%n scan not here yet, %1 MB</numerusform>
                <numerusform>%n scans not here yet, %1 MB</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Fetch %n scan(s)</source>
            <translation>
                <numerusform>Fetch %n scan</numerusform>
                <numerusform>Fetch %n scans</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n scan(s) fetched, %1 MB</source>
            <translation>
                <numerusform>%n scan fetched, %1 MB</numerusform>
                <numerusform>%n scans fetched, %1 MB</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TaskList</name>
        <message numerus="yes">
            <source>%n more in the queue</source>
            <translation>
                <numerusform>%n more in the queue</numerusform>
                <numerusform>%n more in the queue</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message numerus="yes">
            <source>%n thing(s) to do</source>
            <translation>
                <numerusform>%n thing to do</numerusform>
                <numerusform>%n things to do</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) wait for your call</source>
            <translation>
                <numerusform>%n customer waits for your call</numerusform>
                <numerusform>%n customers wait for your call</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more wait for the first contact</source>
            <translation>
                <numerusform>%n more waits for the first contact</numerusform>
                <numerusform>%n more wait for the first contact</numerusform>
            </translation>
        </message>
    </context>
</TS>
