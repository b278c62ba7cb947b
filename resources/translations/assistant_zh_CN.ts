<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>Actions</name>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <source>Stop the answer</source>
   <translation>停止回答</translation>
  </message>
  <message>
   <source>Stop (Esc)</source>
   <translation>停止 (Esc)</translation>
  </message>
  <message>
   <source>Speak</source>
   <translation>说话</translation>
  </message>
  <message>
   <source>Speak (Ctrl+Alt+M, or hold Space in the empty bar). Hold for memos.</source>
   <translation>说话（Ctrl+Alt+M，或在空输入栏中按住空格键）。长按可录备忘。</translation>
  </message>
  <message>
   <source>Record a voice memo</source>
   <translation>录一条语音备忘</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>发送</translation>
  </message>
 </context>
 <context>
  <name>AgendaModel</name>
  <message>
   <source>No events until {day}</source>
   <translation>{day}之前没有日程</translation>
  </message>
 </context>
 <context>
  <name>AgendaView</name>
  <message>
   <source>Nothing planned.</source>
   <translation>这段时间没有安排。</translation>
  </message>
  <message>
   <source>Add event</source>
   <translation>添加日程</translation>
  </message>
  <message>
   <source>Agenda</source>
   <translation>日程列表</translation>
  </message>
  <message>
   <source>all-day</source>
   <translation>全天</translation>
  </message>
  <message>
   <source>from {time}</source>
   <translation>{time} 起</translation>
  </message>
  <message>
   <source>until {time}</source>
   <translation>至 {time}</translation>
  </message>
 </context>
 <context>
  <name>AlertFields</name>
  <message>
   <source>Add reminder</source>
   <translation>添加提醒</translation>
  </message>
  <message>
   <source>Add a reminder</source>
   <translation>添加一个提醒</translation>
  </message>
  <message>
   <source>{day}, {time}</source>
   <translation>{day} {time}</translation>
  </message>
  <message>
   <source>{before}, {time}</source>
   <translation>{before}，{time}</translation>
  </message>
  <message>
   <source>Remove reminder: {when}</source>
   <translation>移除提醒：{when}</translation>
  </message>
  <message>
   <source>Remove this reminder</source>
   <translation>移除此提醒</translation>
  </message>
 </context>
 <context>
  <name>AllDayLane</name>
  <message>
   <source>Show less</source>
   <translation>收起</translation>
  </message>
  <message>
   <source>{more}, {day}</source>
   <translation>{more}，{day}</translation>
  </message>
  <message>
   <source>all-day</source>
   <translation>全天</translation>
  </message>
 </context>
 <context>
  <name>AnswerView</name>
  <message>
   <source>Copy answer</source>
   <translation>复制回答</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>已停止</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>Show sources: {sources}</source>
   <translation>显示来源：{sources}</translation>
  </message>
  <message>
   <source>Assistant: {text}</source>
   <translation>助手：{text}</translation>
  </message>
 </context>
 <context>
  <name>Answers</name>
  <message numerus="yes">
   <source>Completed %n task(s)</source>
   <translation>
    <numerusform>已完成 %n 项任务</numerusform>
   </translation>
  </message>
  <message>
   <source>Completed “{title}”</source>
   <translation>已完成“{title}”</translation>
  </message>
 </context>
 <context>
  <name>Approval</name>
  <message>
   <source>Move 1 item</source>
   <translation>移动 1 项</translation>
  </message>
  <message>
   <source>Delete 1 item</source>
   <translation>删除 1 项</translation>
  </message>
  <message>
   <source>Mark 1 item done</source>
   <translation>将 1 项标记为完成</translation>
  </message>
  <message>
   <source>Plan 1 task</source>
   <translation>安排 1 项任务</translation>
  </message>
  <message>
   <source>Move {count} items</source>
   <translation>移动 {count} 项</translation>
  </message>
  <message>
   <source>Delete {count} items</source>
   <translation>删除 {count} 项</translation>
  </message>
  <message>
   <source>Mark {count} items done</source>
   <translation>将 {count} 项标记为完成</translation>
  </message>
  <message>
   <source>Plan {count} tasks</source>
   <translation>安排 {count} 项任务</translation>
  </message>
 </context>
 <context>
  <name>ApprovalCard</name>
  <message>
   <source>Nothing has changed yet.</source>
   <translation>还没有任何更改。</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>You can undo this</source>
   <translation>之后可以撤销</translation>
  </message>
  <message>
   <source>Apply</source>
   <translation>应用</translation>
  </message>
 </context>
 <context>
  <name>Asking</name>
  <message>
   <source>Approved</source>
   <translation>已同意</translation>
  </message>
  <message>
   <source>Cancelled. Nothing was changed.</source>
   <translation>已取消，没有任何更改。</translation>
  </message>
 </context>
 <context>
  <name>Banner</name>
  <message>
   <source>The disk is full. The last change is not saved yet.</source>
   <translation>磁盘已满，刚才的更改尚未保存。</translation>
  </message>
  <message>
   <source>Another program is using your data. The change was not saved.</source>
   <translation>另一个程序正在使用你的数据，更改没有保存。</translation>
  </message>
  <message>
   <source>Your data was opened read-only. Nothing can be changed.</source>
   <translation>数据以只读方式打开，无法更改。</translation>
  </message>
  <message>
   <source>Your data could not be read. The file was left as it is.</source>
   <translation>无法读取数据，文件保持原样。</translation>
  </message>
  <message>
   <source>No model is set up. Calendar, tasks and reminders work as usual.</source>
   <translation>还没有设置模型。日历、任务和提醒照常工作。</translation>
  </message>
  <message>
   <source>The model file is damaged. Your data is not affected.</source>
   <translation>模型文件已损坏，你的数据不受影响。</translation>
  </message>
  <message>
   <source>You are working offline. Nothing was fetched.</source>
   <translation>你正在离线工作，没有获取任何内容。</translation>
  </message>
  <message>
   <source>It was changed again after this, so it was not undone.</source>
   <translation>此后又有更改，因此没有撤销。</translation>
  </message>
  <message>
   <source>There is nothing to undo.</source>
   <translation>没有可以撤销的操作。</translation>
  </message>
  <message>
   <source>No loudspeaker was found.</source>
   <translation>没有找到扬声器。</translation>
  </message>
  <message>
   <source>The loudspeaker could not be opened.</source>
   <translation>无法打开扬声器。</translation>
  </message>
  <message>
   <source>The loudspeaker does not answer.</source>
   <translation>扬声器没有响应。</translation>
  </message>
  <message>
   <source>The system has no library for sound.</source>
   <translation>系统缺少声音库。</translation>
  </message>
  <message>
   <source>The settings could not be written. They hold until you quit.</source>
   <translation>设置无法写入，退出前仍然有效。</translation>
  </message>
  <message>
   <source>The other dates of this series cannot follow. Change this occurrence alone instead.</source>
   <translation>这个系列的其他日期无法跟着改。请只改这一次。</translation>
  </message>
  <message>
   <source>“{name}” is subscribed to and cannot be changed.</source>
   <translation>“{name}”是订阅的日历，无法更改。</translation>
  </message>
  <message>
   <source>This is not an address on the web.</source>
   <translation>这不是网页地址。</translation>
  </message>
  <message>
   <source>{host} did not give the calendar (answer {status}).</source>
   <translation>{host} 没有提供这个日历（回应 {status}）。</translation>
  </message>
  <message>
   <source>{host} cannot be reached ({reason}).</source>
   <translation>无法连接 {host}（{reason}）。</translation>
  </message>
  <message>
   <source>The file is too big for a calendar.</source>
   <translation>文件太大，不像是日历。</translation>
  </message>
  <message>
   <source>“{path}” cannot be read ({reason}).</source>
   <translation>无法读取“{path}”（{reason}）。</translation>
  </message>
  <message>
   <source>Nothing in “{name}” is a calendar entry.</source>
   <translation>“{name}”里没有日程。</translation>
  </message>
  <message>
   <source>“{path}” cannot be written ({reason}).</source>
   <translation>无法写入“{path}”（{reason}）。</translation>
  </message>
  <message>
   <source>A calendar needs a name.</source>
   <translation>日历需要一个名字。</translation>
  </message>
  <message>
   <source>This calendar does not exist any more.</source>
   <translation>这个日历已经不在了。</translation>
  </message>
  <message>
   <source>Copy details</source>
   <translation>复制详情</translation>
  </message>
  <message>
   <source>Close the message</source>
   <translation>关闭消息</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Your data was damaged and was restored from the backup of {when}. The damaged file was kept.</source>
   <translation>数据已损坏，已从 {when} 的备份恢复，损坏的文件已保留。</translation>
  </message>
  <message>
   <source>The disk is full. You can read everything; nothing can be changed until there is room.</source>
   <translation>磁盘已满。可以查看所有内容，腾出空间前无法更改。</translation>
  </message>
 </context>
 <context>
  <name>Bubble</name>
  <message>
   <source>Show all</source>
   <translation>显示全部</translation>
  </message>
  <message>
   <source>You: {text}</source>
   <translation>你：{text}</translation>
  </message>
  <message>
   <source>Listening · Ctrl+Shift+D ends it, Esc cancels</source>
   <translation>正在聆听 · Ctrl+Shift+D 结束，Esc 取消</translation>
  </message>
 </context>
 <context>
  <name>BulkBar</name>
  <message>
   <source>Complete (Space)</source>
   <translation>完成（空格键）</translation>
  </message>
  <message>
   <source>Due (D)</source>
   <translation>截止日期（D）</translation>
  </message>
  <message>
   <source>List (L)</source>
   <translation>清单（L）</translation>
  </message>
  <message>
   <source>Priority (P)</source>
   <translation>优先级（P）</translation>
  </message>
  <message>
   <source>Tags (G)</source>
   <translation>标签（G）</translation>
  </message>
  <message>
   <source>Delete (Del)</source>
   <translation>删除（Del）</translation>
  </message>
  <message>
   <source>Choose none (Esc)</source>
   <translation>取消选择（Esc）</translation>
  </message>
  <message numerus="yes">
   <source>%n task(s) chosen</source>
   <translation>
    <numerusform>已选择 %n 项任务</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Calendar</name>
  <message>
   <source>dddd, MMMM d</source>
   <translation>M月d日 dddd</translation>
  </message>
  <message>
   <source>dddd d MMMM</source>
   <translation>M月d日 dddd</translation>
  </message>
  <message>
   <source>MMM d</source>
   <translation>M月d日</translation>
  </message>
  <message>
   <source>d MMM</source>
   <translation>M月d日</translation>
  </message>
  <message>
   <source>MMMM yyyy</source>
   <translation>yyyy年M月</translation>
  </message>
  <message>
   <source>MMMM d, yyyy</source>
   <translation>yyyy年M月d日</translation>
  </message>
  <message>
   <source>d MMMM yyyy</source>
   <translation>yyyy年M月d日</translation>
  </message>
  <message>
   <source>{year}</source>
   <translation>{year}年</translation>
  </message>
  <message>
   <source>{first}–{last}</source>
   <translation>{first}–{last}</translation>
  </message>
  <message>
   <source>{first}–{last} {year}</source>
   <translation>{year}年{first}–{last}</translation>
  </message>
  <message>
   <source>MMMM</source>
   <translation>M月</translation>
  </message>
  <message>
   <source>Today, {day}</source>
   <translation>今天，{day}</translation>
  </message>
  <message>
   <source>{hour} AM</source>
   <translation>上午{hour}时</translation>
  </message>
  <message>
   <source>{hour} PM</source>
   <translation>下午{hour}时</translation>
  </message>
  <message>
   <source>W{number}</source>
   <translation>{number}周</translation>
  </message>
  <message>
   <source>{count} more</source>
   <translation>还有 {count} 项</translation>
  </message>
  <message>
   <source>{day}, {time}</source>
   <translation>{day} {time}</translation>
  </message>
  <message>
   <source>{day}, all day</source>
   <translation>{day} 全天</translation>
  </message>
  <message>
   <source>{first} to {last}, all day</source>
   <translation>{first}至{last} 全天</translation>
  </message>
  <message>
   <source>{day}, {start} to {end}</source>
   <translation>{day} {start}至{end}</translation>
  </message>
  <message>
   <source>{first}, {start} to {last}, {end}</source>
   <translation>{first} {start}至{last} {end}</translation>
  </message>
  <message>
   <source>repeats daily</source>
   <translation>每天重复</translation>
  </message>
  <message>
   <source>repeats weekly</source>
   <translation>每周重复</translation>
  </message>
  <message>
   <source>repeats monthly</source>
   <translation>每月重复</translation>
  </message>
  <message>
   <source>repeats yearly</source>
   <translation>每年重复</translation>
  </message>
  <message>
   <source>repeats</source>
   <translation>重复</translation>
  </message>
  <message>
   <source>tentative</source>
   <translation>暂定</translation>
  </message>
  <message>
   <source>cancelled</source>
   <translation>已取消</translation>
  </message>
  <message>
   <source>calendar {name}</source>
   <translation>日历：{name}</translation>
  </message>
  <message>
   <source>list {name}</source>
   <translation>清单：{name}</translation>
  </message>
  <message>
   <source>, </source>
   <translation>，</translation>
  </message>
  <message>
   <source>Done: {what}</source>
   <translation>已完成：{what}</translation>
  </message>
  <message>
   <source>Task: {what}</source>
   <translation>任务：{what}</translation>
  </message>
  <message>
   <source>Reminder: {what}</source>
   <translation>提醒：{what}</translation>
  </message>
  <message>
   <source>Untitled event</source>
   <translation>无标题日程</translation>
  </message>
  <message>
   <source>nothing planned</source>
   <translation>没有安排</translation>
  </message>
  <message>
   <source>1 item</source>
   <translation>1 项</translation>
  </message>
  <message>
   <source>{count} items</source>
   <translation>{count} 项</translation>
  </message>
 </context>
 <context>
  <name>CalendarAlerts</name>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>None</source>
   <translation>无</translation>
  </message>
  <message>
   <source>Reminders of new events</source>
   <translation>新日程提醒</translation>
  </message>
  <message>
   <source>Reminders of new events in {calendar}</source>
   <translation>“{calendar}”的新日程提醒</translation>
  </message>
  <message>
   <source>For events with a time, when you ask for no other reminder</source>
   <translation>用于有具体时间、且没有另外要求提醒的日程</translation>
  </message>
 </context>
 <context>
  <name>CalendarFiles</name>
  <message>
   <source>Import…</source>
   <translation>导入…</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>导出…</translation>
  </message>
  <message>
   <source>Events and tasks from iCalendar files (.ics); you can also drop them on the window</source>
   <translation>导入 iCalendar 文件（.ics）中的日程和任务；也可以把文件拖到窗口上</translation>
  </message>
  <message>
   <source>All calendars and tasks as one file that other programs read</source>
   <translation>把所有日历和任务写成一个其他程序可读的文件</translation>
  </message>
  <message>
   <source>Import a calendar</source>
   <translation>导入日历</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>导出</translation>
  </message>
 </context>
 <context>
  <name>CalendarHeader</name>
  <message>
   <source>Day</source>
   <translation>日</translation>
  </message>
  <message>
   <source>Work week</source>
   <translation>工作周</translation>
  </message>
  <message>
   <source>Week</source>
   <translation>周</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>月</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>年</translation>
  </message>
  <message>
   <source>Agenda</source>
   <translation>日程</translation>
  </message>
  <message>
   <source>Day (D)</source>
   <translation>日 (D)</translation>
  </message>
  <message>
   <source>Work week (5)</source>
   <translation>工作周 (5)</translation>
  </message>
  <message>
   <source>Week (W)</source>
   <translation>周 (W)</translation>
  </message>
  <message>
   <source>Month (M)</source>
   <translation>月 (M)</translation>
  </message>
  <message>
   <source>Year (Y)</source>
   <translation>年 (Y)</translation>
  </message>
  <message>
   <source>Agenda (A)</source>
   <translation>日程列表 (A)</translation>
  </message>
  <message>
   <source>Show {view}</source>
   <translation>显示：{view}</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>Today (T)</source>
   <translation>今天 (T)</translation>
  </message>
  <message>
   <source>Go to date (G)</source>
   <translation>转到日期（G）</translation>
  </message>
  <message>
   <source>Go to today</source>
   <translation>回到今天</translation>
  </message>
  <message>
   <source>Back (K)</source>
   <translation>后退 (K)</translation>
  </message>
  <message>
   <source>Previous period</source>
   <translation>上一时段</translation>
  </message>
  <message>
   <source>Forward (J)</source>
   <translation>前进 (J)</translation>
  </message>
  <message>
   <source>Next period</source>
   <translation>下一时段</translation>
  </message>
  <message>
   <source>Calendars (C)</source>
   <translation>日历列表 (C)</translation>
  </message>
  <message>
   <source>Calendars</source>
   <translation>日历列表</translation>
  </message>
  <message>
   <source>More views</source>
   <translation>更多视图</translation>
  </message>
  <message>
   <source>View: {view}</source>
   <translation>视图：{view}</translation>
  </message>
 </context>
 <context>
  <name>CalendarList</name>
  <message>
   <source>Calendars</source>
   <translation>日历列表</translation>
  </message>
  <message>
   <source>Show calendar {name}</source>
   <translation>显示日历“{name}”</translation>
  </message>
  <message>
   <source>Show or hide</source>
   <translation>显示或隐藏</translation>
  </message>
  <message>
   <source>Colour of {name}</source>
   <translation>“{name}”的颜色</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>颜色</translation>
  </message>
  <message>
   <source>Name of calendar {name}</source>
   <translation>日历“{name}”的名称</translation>
  </message>
  <message>
   <source>More about {name}</source>
   <translation>“{name}”的更多选项</translation>
  </message>
  <message>
   <source>More</source>
   <translation>更多</translation>
  </message>
  <message>
   <source>New calendar</source>
   <translation>新建日历</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>导入…</translation>
  </message>
  <message>
   <source>Bring in calendar files (.ics)</source>
   <translation>导入日历文件（.ics）</translation>
  </message>
  <message>
   <source>Blue</source>
   <translation>蓝色</translation>
  </message>
  <message>
   <source>Violet</source>
   <translation>紫色</translation>
  </message>
  <message>
   <source>Amber</source>
   <translation>琥珀色</translation>
  </message>
  <message>
   <source>Rose</source>
   <translation>玫红色</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>绿色</translation>
  </message>
  <message>
   <source>Slate</source>
   <translation>灰蓝色</translation>
  </message>
  <message>
   <source>Use for new events</source>
   <translation>用于新日程</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>导出…</translation>
  </message>
  <message>
   <source>Delete calendar</source>
   <translation>删除日历</translation>
  </message>
 </context>
 <context>
  <name>CalendarMenus</name>
  <message>
   <source>Edit</source>
   <translation>编辑</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>复制一份</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>拷贝文字</translation>
  </message>
  <message>
   <source>Ask about it</source>
   <translation>就此提问</translation>
  </message>
  <message>
   <source>Not done</source>
   <translation>标为未完成</translation>
  </message>
  <message>
   <source>Mark done</source>
   <translation>标为完成</translation>
  </message>
  <message>
   <source>Open in Tasks</source>
   <translation>在任务中打开</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Calendar</source>
   <translation>日历</translation>
  </message>
  <message>
   <source>New event</source>
   <translation>新日程</translation>
  </message>
  <message>
   <source>Show tasks and reminders</source>
   <translation>显示任务和提醒</translation>
  </message>
 </context>
 <context>
  <name>Card</name>
  <message>
   <source>Answer by voice</source>
   <translation>用语音回应</translation>
  </message>
 </context>
 <context>
  <name>Changing</name>
  <message>
   <source>Move a repeating event</source>
   <translation>移动重复日程</translation>
  </message>
  <message>
   <source>Move event</source>
   <translation>移动日程</translation>
  </message>
  <message>
   <source>Delete a repeating event</source>
   <translation>删除重复日程</translation>
  </message>
  <message>
   <source>Delete event</source>
   <translation>删除日程</translation>
  </message>
  <message>
   <source>Change a repeating event</source>
   <translation>更改重复日程</translation>
  </message>
  <message>
   <source>Change event</source>
   <translation>更改日程</translation>
  </message>
 </context>
 <context>
  <name>ChatErrors</name>
  <message>
   <source>The model file is damaged. Your data is not affected.</source>
   <translation>模型文件已损坏，你的数据不受影响。</translation>
  </message>
  <message>
   <source>The model could not start: not enough free memory (needs {needed}, {free} free). Everything else works.</source>
   <translation>模型无法启动：可用内存不足（需要 {needed}，现有 {free}）。其他功能不受影响。</translation>
  </message>
  <message>
   <source>The model could not start. Everything else works.</source>
   <translation>模型无法启动，其他功能不受影响。</translation>
  </message>
  <message>
   <source>You are offline, so the model could not be fetched.</source>
   <translation>当前离线，无法下载模型。</translation>
  </message>
  <message>
   <source>The model stopped in the middle of the answer. What it had said is kept; your data is safe.</source>
   <translation>模型在回答途中停止了。已有的内容已保留，你的数据是安全的。</translation>
  </message>
  <message>
   <source>Something went wrong inside the program. Your data is safe.</source>
   <translation>程序内部出了问题，你的数据是安全的。</translation>
  </message>
  <message>
   <source>The disk is full. Your last change is not saved.</source>
   <translation>磁盘已满，刚才的更改没有保存。</translation>
  </message>
  <message>
   <source>Your data is busy. The last change is not saved; nothing else is lost.</source>
   <translation>数据正被占用，刚才的更改没有保存，其他内容都在。</translation>
  </message>
  <message>
   <source>Your data can only be read right now. The last change is not saved.</source>
   <translation>数据目前只能读取，刚才的更改没有保存。</translation>
  </message>
 </context>
 <context>
  <name>ChatPane</name>
  <message>
   <source>Chat</source>
   <translation>对话</translation>
  </message>
  <message>
   <source>Earlier chats</source>
   <translation>以前的对话</translation>
  </message>
  <message>
   <source>New chat</source>
   <translation>新对话</translation>
  </message>
  <message>
   <source>New chat (Ctrl+N)</source>
   <translation>新对话 (Ctrl+N)</translation>
  </message>
  <message>
   <source>Messages</source>
   <translation>消息</translation>
  </message>
 </context>
 <context>
  <name>CheckBox</name>
  <message>
   <source>Mark as not done: {title}</source>
   <translation>标为未完成：{title}</translation>
  </message>
  <message>
   <source>Mark done: {title}</source>
   <translation>标为完成：{title}</translation>
  </message>
 </context>
 <context>
  <name>ChipEditing</name>
  <message>
   <source>Title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>地点</translation>
  </message>
  <message>
   <source>Tags, with commas between them</source>
   <translation>标签，用逗号分隔</translation>
  </message>
 </context>
 <context>
  <name>Choices</name>
  <message>
   <source>{question} {answer}</source>
   <translation>{question}{answer}</translation>
  </message>
 </context>
 <context>
  <name>ClashLine</name>
  <message>
   <source>{title}, {times}</source>
   <translation>{title} {times}</translation>
  </message>
  <message>
   <source>{count} more</source>
   <translation>还有 {count} 项</translation>
  </message>
  <message>
   <source>Overlaps {items}</source>
   <translation>时间重叠：{items}</translation>
  </message>
 </context>
 <context>
  <name>CodeBlock</name>
  <message>
   <source>Copy code</source>
   <translation>复制代码</translation>
  </message>
 </context>
 <context>
  <name>Column</name>
  <message>
   <source>New text</source>
   <translation>新内容</translation>
  </message>
  <message>
   <source>Go to the new text</source>
   <translation>转到新内容</translation>
  </message>
 </context>
 <context>
  <name>CutNote</name>
  <message>
   <source>Stopped speaking when you started talking</source>
   <translation>你一开口，朗读就停下了</translation>
  </message>
  <message>
   <source>Not said: {text}</source>
   <translation>未读完：{text}</translation>
  </message>
  <message>
   <source>Say the rest</source>
   <translation>读完剩下的</translation>
  </message>
 </context>
 <context>
  <name>DayCell</name>
  <message>
   <source>{day}, {items}</source>
   <translation>{day}，{items}</translation>
  </message>
 </context>
 <context>
  <name>DayColumns</name>
  <message>
   <source>Done on each of the last 14 days</source>
   <translation>最近 14 天每天完成的任务</translation>
  </message>
  <message>
   <source>{day}: {count}</source>
   <translation>{day}：{count} 项</translation>
  </message>
 </context>
 <context>
  <name>DayName</name>
  <message>
   <source>Open {day}, {items}</source>
   <translation>打开{day}，{items}</translation>
  </message>
 </context>
 <context>
  <name>DayPopover</name>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
 </context>
 <context>
  <name>DetailFields</name>
  <message>
   <source>Due</source>
   <translation>截止</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>开始</translation>
  </message>
  <message>
   <source>Reminder</source>
   <translation>提醒</translation>
  </message>
  <message>
   <source>Repeat</source>
   <translation>重复</translation>
  </message>
  <message>
   <source>Estimate</source>
   <translation>预计用时</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>时间安排</translation>
  </message>
  <message>
   <source>Priority</source>
   <translation>优先级</translation>
  </message>
  <message>
   <source>List</source>
   <translation>清单</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>标签</translation>
  </message>
  <message>
   <source>No date</source>
   <translation>无日期</translation>
  </message>
  <message>
   <source>Any time</source>
   <translation>随时</translation>
  </message>
  <message>
   <source>None</source>
   <translation>无</translation>
  </message>
  <message>
   <source>Not planned</source>
   <translation>未安排</translation>
  </message>
  <message>
   <source>Some day</source>
   <translation>将来某天</translation>
  </message>
  <message>
   <source>{when}, if not done</source>
   <translation>{when}，若未完成</translation>
  </message>
  <message>
   <source>No reminder</source>
   <translation>无提醒</translation>
  </message>
  <message>
   <source>Another rule…</source>
   <translation>其他规则…</translation>
  </message>
  <message>
   <source>Does not repeat</source>
   <translation>不重复</translation>
  </message>
  <message>
   <source>{lead}, {time}</source>
   <translation>{lead}，{time}</translation>
  </message>
  <message>
   <source>{time}, on the day</source>
   <translation>当天 {time}</translation>
  </message>
 </context>
 <context>
  <name>DetailsPopover</name>
  <message>
   <source>Delete: {title}</source>
   <translation>删除：{title}</translation>
  </message>
  <message>
   <source>Delete (Del)</source>
   <translation>删除 (Del)</translation>
  </message>
  <message>
   <source>Close: {title}</source>
   <translation>关闭：{title}</translation>
  </message>
  <message>
   <source>Close (Esc)</source>
   <translation>关闭 (Esc)</translation>
  </message>
  <message>
   <source>Repeats</source>
   <translation>重复</translation>
  </message>
  <message>
   <source>{before}, {time}</source>
   <translation>{before}，{time}</translation>
  </message>
  <message>
   <source>Tentative</source>
   <translation>暂定</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>已取消</translation>
  </message>
  <message>
   <source>Free: it can overlap</source>
   <translation>空闲：可与其他日程重叠</translation>
  </message>
  <message>
   <source>{name} (accepted)</source>
   <translation>{name}（已接受）</translation>
  </message>
  <message>
   <source>{name} (declined)</source>
   <translation>{name}（已谢绝）</translation>
  </message>
  <message>
   <source>{name} (maybe)</source>
   <translation>{name}（待定）</translation>
  </message>
  <message>
   <source>{name} (invites)</source>
   <translation>{name}（发起人）</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>编辑</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>复制一份</translation>
  </message>
  <message>
   <source>Ask about it</source>
   <translation>就此提问</translation>
  </message>
  <message>
   <source>Not done</source>
   <translation>标为未完成</translation>
  </message>
  <message>
   <source>Mark done</source>
   <translation>标为完成</translation>
  </message>
  <message>
   <source>Open in Tasks</source>
   <translation>在任务中打开</translation>
  </message>
  <message>
   <source>Open in Reminders</source>
   <translation>在提醒中打开</translation>
  </message>
  <message>
   <source>{action}: {title}</source>
   <translation>{action}：{title}</translation>
  </message>
  <message>
   <source>{here} · {times} in {there}</source>
   <translation>{here} · {there}时间 {times}</translation>
  </message>
 </context>
 <context>
  <name>DigestCard</name>
  <message numerus="yes">
   <source>%n more in the list</source>
   <translation>
    <numerusform>列表中还有 %n 项</numerusform>
   </translation>
  </message>
  <message>
   <source>Mark done: {title}</source>
   <translation>标为完成：{title}</translation>
  </message>
  <message>
   <source>While you were away</source>
   <translation>你不在的时候</translation>
  </message>
  <message>
   <source>Held back until now</source>
   <translation>暂缓到现在的提醒</translation>
  </message>
  <message>
   <source>Reminders · now</source>
   <translation>提醒 · 现在</translation>
  </message>
  <message numerus="yes">
   <source>%n reminder(s) were missed</source>
   <translation>
    <numerusform>错过了 %n 个提醒</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n reminder(s)</source>
   <translation>
    <numerusform>%n 个提醒</numerusform>
   </translation>
  </message>
  <message>
   <source>Mark all done</source>
   <translation>全部完成</translation>
  </message>
  <message>
   <source>Snooze all 1 h</source>
   <translation>全部推迟 1小时</translation>
  </message>
  <message>
   <source>Open list</source>
   <translation>打开列表</translation>
  </message>
  <message>
   <source>Close without an answer</source>
   <translation>不回应并关闭</translation>
  </message>
  <message>
   <source>Close, not done</source>
   <translation>关闭（未完成）</translation>
  </message>
  <message>
   <source>Answer all by voice</source>
   <translation>用语音回应全部提醒</translation>
  </message>
 </context>
 <context>
  <name>Dock</name>
  <message>
   <source>Ask or add anything to your calendar</source>
   <translation>提问，或向日历添加任何事项</translation>
  </message>
  <message>
   <source>Ask or add anything to your tasks</source>
   <translation>提问，或向任务添加任何事项</translation>
  </message>
  <message>
   <source>Ask or add anything</source>
   <translation>提问，或添加任何事项</translation>
  </message>
 </context>
 <context>
  <name>DockWords</name>
  <message>
   <source>Change type: {value}</source>
   <translation>更改类型：{value}</translation>
  </message>
  <message>
   <source>Edit title: {value}</source>
   <translation>编辑标题：{value}</translation>
  </message>
  <message>
   <source>Edit time: {value}</source>
   <translation>编辑时间：{value}</translation>
  </message>
  <message>
   <source>Edit repeat: {value}</source>
   <translation>编辑重复：{value}</translation>
  </message>
  <message>
   <source>Edit place: {value}</source>
   <translation>编辑地点：{value}</translation>
  </message>
  <message>
   <source>Edit reminder: {value}</source>
   <translation>编辑提醒：{value}</translation>
  </message>
  <message>
   <source>Choose list or calendar: {value}</source>
   <translation>选择清单或日历：{value}</translation>
  </message>
  <message>
   <source>Choose priority: {value}</source>
   <translation>选择优先级：{value}</translation>
  </message>
  <message>
   <source>Edit tags: {value}</source>
   <translation>编辑标签：{value}</translation>
  </message>
  <message>
   <source>Inbox</source>
   <translation>收件箱</translation>
  </message>
  <message>
   <source>Ask</source>
   <translation>提问</translation>
  </message>
  <message>
   <source>Add {n} items</source>
   <translation>添加 {n} 项</translation>
  </message>
  <message>
   <source>Add event</source>
   <translation>添加日程</translation>
  </message>
  <message>
   <source>Add task</source>
   <translation>添加任务</translation>
  </message>
  <message>
   <source>Add reminder</source>
   <translation>添加提醒</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>更改</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Mark done</source>
   <translation>标记完成</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>日程</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>任务</translation>
  </message>
  <message>
   <source>Reminder</source>
   <translation>提醒</translation>
  </message>
  <message>
   <source>Change event</source>
   <translation>更改日程</translation>
  </message>
  <message>
   <source>Change task</source>
   <translation>更改任务</translation>
  </message>
  <message>
   <source>Change reminder</source>
   <translation>更改提醒</translation>
  </message>
  <message>
   <source>Delete event</source>
   <translation>删除日程</translation>
  </message>
  <message>
   <source>Delete task</source>
   <translation>删除任务</translation>
  </message>
  <message>
   <source>Delete reminder</source>
   <translation>删除提醒</translation>
  </message>
  <message>
   <source>Ask or add?</source>
   <translation>提问还是添加？</translation>
  </message>
  <message>
   <source>When?</source>
   <translation>什么时候？</translation>
  </message>
  <message>
   <source>Due {day}</source>
   <translation>{day} 截止</translation>
  </message>
  <message>
   <source>That is in the past</source>
   <translation>这个时间已经过去</translation>
  </message>
  <message>
   <source>Overlaps {item}</source>
   <translation>与“{item}”冲突</translation>
  </message>
  <message>
   <source>Overlaps {item} and {n} more</source>
   <translation>与“{item}”及另外 {n} 项冲突</translation>
  </message>
  <message>
   <source>You are free then</source>
   <translation>这段时间有空</translation>
  </message>
  <message>
   <source>No priority</source>
   <translation>无优先级</translation>
  </message>
  <message>
   <source>Other…</source>
   <translation>其他…</translation>
  </message>
  <message>
   <source>Today {clock}</source>
   <translation>今天 {clock}</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>Tomorrow {clock}</source>
   <translation>明天 {clock}</translation>
  </message>
  <message>
   <source>Tomorrow</source>
   <translation>明天</translation>
  </message>
  <message>
   <source>Which {clock}?</source>
   <translation>哪个 {clock}？</translation>
  </message>
  <message>
   <source>Which {hour} o’clock?</source>
   <translation>哪个{hour}点？</translation>
  </message>
  <message>
   <source>Which {weekday}?</source>
   <translation>哪个{weekday}？</translation>
  </message>
  <message>
   <source>Which date?</source>
   <translation>哪一天？</translation>
  </message>
  <message>
   <source>Which time?</source>
   <translation>什么时间？</translation>
  </message>
  <message>
   <source>Until {day}</source>
   <translation>到 {day} 为止</translation>
  </message>
  <message>
   <source>{lead}, {clock}</source>
   <translation>{lead}，{clock}</translation>
  </message>
  <message>
   <source>High priority</source>
   <translation>高优先级</translation>
  </message>
  <message>
   <source>Medium priority</source>
   <translation>中优先级</translation>
  </message>
  <message>
   <source>Low priority</source>
   <translation>低优先级</translation>
  </message>
 </context>
 <context>
  <name>DonePanel</name>
  <message numerus="yes">
   <source>%n task(s) done this week</source>
   <translation>
    <numerusform>本周完成 %n 项任务</numerusform>
   </translation>
  </message>
  <message>
   <source>Last week: {count}</source>
   <translation>上周：{count} 项</translation>
  </message>
  <message>
   <source>estimated at {length}</source>
   <translation>预计用时共 {length}</translation>
  </message>
 </context>
 <context>
  <name>DragView</name>
  <message numerus="yes">
   <source>%n task(s)</source>
   <translation>
    <numerusform>%n 项任务</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>EmptyChat</name>
  <message>
   <source>What can I take off your mind?</source>
   <translation>有什么要记的，或想问的？</translation>
  </message>
  <message>
   <source>Remind me to call the dentist tomorrow at 3pm</source>
   <translation>明天下午三点提醒我给牙医打电话</translation>
  </message>
  <message>
   <source>Lunch with Mom on Friday at noon</source>
   <translation>周五中午和妈妈吃饭</translation>
  </message>
  <message>
   <source>What does my week look like?</source>
   <translation>我这周有什么安排？</translation>
  </message>
  <message>
   <source>Use this example: {text}</source>
   <translation>使用这个例子：{text}</translation>
  </message>
 </context>
 <context>
  <name>ErrorCard</name>
  <message>
   <source>Try again</source>
   <translation>重试</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>详情</translation>
  </message>
  <message>
   <source>Copy details</source>
   <translation>复制详情</translation>
  </message>
 </context>
 <context>
  <name>EventEditor</name>
  <message>
   <source>New event</source>
   <translation>新日程</translation>
  </message>
  <message>
   <source>Edit {title}</source>
   <translation>编辑：{title}</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>地点</translation>
  </message>
  <message>
   <source>Calendar</source>
   <translation>日历</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>More</source>
   <translation>更多</translation>
  </message>
  <message>
   <source>Show more fields</source>
   <translation>显示更多字段</translation>
  </message>
  <message>
   <source>Delete: {title}</source>
   <translation>删除：{title}</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Add event</source>
   <translation>添加日程</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Saved when closed; Esc discards</source>
   <translation>关闭时保存，按 Esc 放弃</translation>
  </message>
  <message>
   <source>An event needs a title.</source>
   <translation>日程需要一个标题。</translation>
  </message>
 </context>
 <context>
  <name>EventEdits</name>
  <message>
   <source>Added “{title}”</source>
   <translation>已添加“{title}”</translation>
  </message>
  <message>
   <source>Changed “{title}”</source>
   <translation>已更改“{title}”</translation>
  </message>
  <message>
   <source>Moved “{title}” to {when}</source>
   <translation>已将“{title}”移到 {when}</translation>
  </message>
  <message>
   <source>Planned “{title}”: {when}</source>
   <translation>已安排“{title}”：{when}</translation>
  </message>
  <message>
   <source>Duplicated “{title}”</source>
   <translation>已复制“{title}”</translation>
  </message>
  <message>
   <source>Added calendar “{name}”</source>
   <translation>已添加日历“{name}”</translation>
  </message>
  <message>
   <source>Changed calendar “{name}”</source>
   <translation>已更改日历“{name}”</translation>
  </message>
  <message>
   <source>Deleted calendar “{name}”</source>
   <translation>已删除日历“{name}”</translation>
  </message>
  <message>
   <source>Deleted “{title}”</source>
   <translation>已删除“{title}”</translation>
  </message>
  <message>
   <source>Opened “{title}” again</source>
   <translation>已将“{title}”标为未完成</translation>
  </message>
  <message>
   <source>Completed “{title}”</source>
   <translation>已完成“{title}”</translation>
  </message>
  <message>
   <source>{done} · overlaps {titles}</source>
   <translation>{done} · 与{titles}冲突</translation>
  </message>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
 </context>
 <context>
  <name>ExampleList</name>
  <message>
   <source>Forget all…</source>
   <translation>全部删除…</translation>
  </message>
  <message>
   <source>Nothing yet. What you change by hand above the input is kept here.</source>
   <translation>还没有示例。你在输入框上方手动改正的内容会保存在这里。</translation>
  </message>
  <message numerus="yes">
   <source>%n example(s) on this computer, newest first</source>
   <translation>
    <numerusform>本机保存了 %n 个示例，最新的在前</numerusform>
   </translation>
  </message>
  <message>
   <source>Show all {n}</source>
   <translation>显示全部 {n} 个</translation>
  </message>
  <message>
   <source>Forget all examples?</source>
   <translation>删除全部示例？</translation>
  </message>
  <message>
   <source>This cannot be undone. Your items stay as they are.</source>
   <translation>此操作无法撤销。你的日程、任务和提醒不受影响。</translation>
  </message>
  <message>
   <source>Forget all</source>
   <translation>全部删除</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
 </context>
 <context>
  <name>ExampleRow</name>
  <message>
   <source>{kind}: {name}</source>
   <translation>{kind}：{name}</translation>
  </message>
  <message>
   <source>Forget this example</source>
   <translation>删除此示例</translation>
  </message>
  <message>
   <source>Forget “{text}”</source>
   <translation>删除“{text}”</translation>
  </message>
 </context>
 <context>
  <name>Face</name>
  <message>
   <source>What was understood</source>
   <translation>识别结果</translation>
  </message>
  <message>
   <source>Add task</source>
   <translation>添加任务</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>添加</translation>
  </message>
  <message>
   <source>ask instead</source>
   <translation>改为提问</translation>
  </message>
  <message>
   <source>add instead</source>
   <translation>改为添加</translation>
  </message>
  <message>
   <source>edit chips</source>
   <translation>修改内容</translation>
  </message>
 </context>
 <context>
  <name>FieldActions</name>
  <message numerus="yes">
   <source>Changed %n task(s)</source>
   <translation>
    <numerusform>已更改 %n 项任务</numerusform>
   </translation>
  </message>
  <message>
   <source>Changed “{title}”</source>
   <translation>已更改“{title}”</translation>
  </message>
 </context>
 <context>
  <name>FieldMenus</name>
  <message>
   <source>Dictate</source>
   <translation>听写</translation>
  </message>
 </context>
 <context>
  <name>FileActions</name>
  <message>
   <source>Choose calendar files</source>
   <translation>选择日历文件</translation>
  </message>
  <message>
   <source>Calendar files (*.ics *.ical *.ifb *.icalendar);;All files (*)</source>
   <translation>日历文件 (*.ics *.ical *.ifb *.icalendar);;所有文件 (*)</translation>
  </message>
  <message>
   <source>Export calendars and tasks</source>
   <translation>导出日历和任务</translation>
  </message>
  <message>
   <source>Export calendar “{name}”</source>
   <translation>导出日历“{name}”</translation>
  </message>
  <message>
   <source>calendar</source>
   <translation>日历</translation>
  </message>
  <message>
   <source>Calendar files (*.ics)</source>
   <translation>日历文件 (*.ics)</translation>
  </message>
  <message numerus="yes">
   <source>%n event(s)</source>
   <translation>
    <numerusform>%n 个日程</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n task(s)</source>
   <translation>
    <numerusform>%n 个任务</numerusform>
   </translation>
  </message>
  <message>
   <source>{file}: {events}, {tasks}</source>
   <translation>{file}：{events}，{tasks}</translation>
  </message>
 </context>
 <context>
  <name>Finding</name>
  <message>
   <source>Go to Home</source>
   <translation>前往主页</translation>
  </message>
  <message>
   <source>Go to Calendar</source>
   <translation>前往日历</translation>
  </message>
  <message>
   <source>Go to Tasks</source>
   <translation>前往任务</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>重做</translation>
  </message>
  <message>
   <source>History</source>
   <translation>历史</translation>
  </message>
  <message>
   <source>Record a voice memo</source>
   <translation>录一条语音备忘</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
 </context>
 <context>
  <name>Found</name>
  <message>
   <source>Events</source>
   <translation>日程</translation>
  </message>
  <message>
   <source>Tasks</source>
   <translation>任务</translation>
  </message>
  <message>
   <source>Reminders</source>
   <translation>提醒</translation>
  </message>
  <message>
   <source>Chats</source>
   <translation>对话</translation>
  </message>
 </context>
 <context>
  <name>GoTo</name>
  <message>
   <source>Go to date</source>
   <translation>转到日期</translation>
  </message>
  <message>
   <source>12 March, next Friday</source>
   <translation>3月12日、下周五</translation>
  </message>
  <message>
   <source>I did not understand the date “{text}”.</source>
   <translation>没看懂日期“{text}”。</translation>
  </message>
 </context>
 <context>
  <name>Handling</name>
  <message>
   <source>About “{title}”, {when}: </source>
   <translation>关于“{title}”（{when}）：</translation>
  </message>
 </context>
 <context>
  <name>HistoryList</name>
  <message>
   <source>History</source>
   <translation>历史</translation>
  </message>
  <message>
   <source>Changes of</source>
   <translation>更改者</translation>
  </message>
  <message>
   <source>Everyone</source>
   <translation>所有人</translation>
  </message>
  <message>
   <source>Changes, newest first</source>
   <translation>更改，最新的在前</translation>
  </message>
  <message>
   <source>You</source>
   <translation>你</translation>
  </message>
  <message>
   <source>The assistant</source>
   <translation>助手</translation>
  </message>
  <message>
   <source>Import or sync</source>
   <translation>导入或同步</translation>
  </message>
  <message>
   <source>Nothing was changed yet.</source>
   <translation>还没有任何更改。</translation>
  </message>
  <message>
   <source>Show earlier changes</source>
   <translation>显示更早的更改</translation>
  </message>
  <message>
   <source> · undone</source>
   <translation> · 已撤销</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>项目</translation>
  </message>
  <message>
   <source>Show the items of: {what}</source>
   <translation>显示其中的项目：{what}</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>重做</translation>
  </message>
  <message>
   <source>Redo: {what}</source>
   <translation>重做：{what}</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Undo: {what}</source>
   <translation>撤销：{what}</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>恢复</translation>
  </message>
  <message>
   <source>Put “{title}” back as it was before this change</source>
   <translation>将“{title}”恢复到这次更改之前的样子</translation>
  </message>
  <message>
   <source>Restore: {title}</source>
   <translation>恢复：{title}</translation>
  </message>
 </context>
 <context>
  <name>HistoryPopover</name>
  <message>
   <source>Earlier chats</source>
   <translation>以前的对话</translation>
  </message>
  <message>
   <source>Untitled chat</source>
   <translation>未命名的对话</translation>
  </message>
  <message>
   <source>{title} · {day}</source>
   <translation>{title} · {day}</translation>
  </message>
  <message>
   <source>No earlier chats.</source>
   <translation>还没有以前的对话。</translation>
  </message>
 </context>
 <context>
  <name>ImportDialog</name>
  <message>
   <source>Import calendar</source>
   <translation>导入日历</translation>
  </message>
  <message numerus="yes">
   <source>Import %n file(s)</source>
   <translation>
    <numerusform>导入 %n 个文件</numerusform>
   </translation>
  </message>
  <message>
   <source>Importing</source>
   <translation>正在导入</translation>
  </message>
  <message>
   <source>What was passed over</source>
   <translation>跳过的内容</translation>
  </message>
  <message>
   <source>Into</source>
   <translation>导入到</translation>
  </message>
  <message>
   <source>Calendar</source>
   <translation>日历</translation>
  </message>
  <message>
   <source>Undo the import</source>
   <translation>撤销导入</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>导入</translation>
  </message>
  <message>
   <source>New calendar “{name}”</source>
   <translation>新建日历“{name}”</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <source>Importing…</source>
   <translation>正在导入…</translation>
  </message>
  <message numerus="yes">
   <source>%n entry(s) read</source>
   <translation>
    <numerusform>已读取 %n 项</numerusform>
   </translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>已停止</translation>
  </message>
  <message>
   <source>The import failed</source>
   <translation>导入失败</translation>
  </message>
  <message>
   <source>What had come in by then is in the history, where it can be undone.</source>
   <translation>此前已导入的内容在历史记录中，可以撤销。</translation>
  </message>
  <message>
   <source>Imported</source>
   <translation>导入完成</translation>
  </message>
  <message>
   <source>Nothing came in</source>
   <translation>没有导入任何内容</translation>
  </message>
  <message>
   <source>{file} → {calendar}</source>
   <translation>{file} → {calendar}</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>已撤销</translation>
  </message>
 </context>
 <context>
  <name>Insisting</name>
  <message>
   <source>Remind once</source>
   <translation>提醒一次</translation>
  </message>
  <message>
   <source>Repeat until I answer</source>
   <translation>重复提醒直到我回应</translation>
  </message>
  <message>
   <source>Keep on until it is done</source>
   <translation>一直提醒直到完成</translation>
  </message>
  <message>
   <source>repeats</source>
   <translation>重复提醒</translation>
  </message>
  <message>
   <source>until done</source>
   <translation>直到完成</translation>
  </message>
 </context>
 <context>
  <name>ListMenus</name>
  <message>
   <source>Deleted the list “{name}”</source>
   <translation>已删除清单“{name}”</translation>
  </message>
  <message>
   <source>Rename the list</source>
   <translation>重命名清单</translation>
  </message>
  <message>
   <source>New list in “{name}”</source>
   <translation>在“{name}”中新建清单</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>重命名…</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>颜色</translation>
  </message>
  <message>
   <source>New list inside…</source>
   <translation>新建下级清单…</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>上移</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>下移</translation>
  </message>
  <message>
   <source>Delete the list</source>
   <translation>删除清单</translation>
  </message>
  <message>
   <source>Put inside</source>
   <translation>移入</translation>
  </message>
  <message>
   <source>No other list</source>
   <translation>不放入其他清单</translation>
  </message>
  <message>
   <source>New task</source>
   <translation>新任务</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>Assistant</source>
   <translation>助手</translation>
  </message>
  <message>
   <source>coffee with Sam tomorrow 10am</source>
   <translation>明天上午十点和小王喝咖啡</translation>
  </message>
 </context>
 <context>
  <name>MemoList</name>
  <message>
   <source>Every memo is written down. A recording is kept only until then.</source>
   <translation>所有备忘都已转成文字。录音只保留到转好为止。</translation>
  </message>
  <message>
   <source>No memo waits</source>
   <translation>没有等待的备忘</translation>
  </message>
  <message>
   <source>Memo of {when}</source>
   <translation>{when}的备忘</translation>
  </message>
  <message>
   <source>Write it down</source>
   <translation>转成文字</translation>
  </message>
  <message>
   <source>Write it down: {memo}</source>
   <translation>转成文字：{memo}</translation>
  </message>
  <message>
   <source>Throw the recording away</source>
   <translation>删除录音</translation>
  </message>
  <message>
   <source>Throw away: {memo}</source>
   <translation>删除：{memo}</translation>
  </message>
  <message>
   <source>Recorded, but not written down yet</source>
   <translation>已录音，还没有转成文字</translation>
  </message>
 </context>
 <context>
  <name>MiniMonth</name>
  <message>
   <source>Previous month</source>
   <translation>上个月</translation>
  </message>
  <message>
   <source>Next month</source>
   <translation>下个月</translation>
  </message>
 </context>
 <context>
  <name>ModelList</name>
  <message>
   <source>Use a model file I already have…</source>
   <translation>使用已有的模型文件…</translation>
  </message>
  <message>
   <source>Choose a model file</source>
   <translation>选择模型文件</translation>
  </message>
  <message>
   <source>Models (*.gguf);;All files (*)</source>
   <translation>模型 (*.gguf);;所有文件 (*)</translation>
  </message>
  <message>
   <source>Remove {model}?</source>
   <translation>移除 {model}？</translation>
  </message>
  <message>
   <source>{size} are freed. You can download it again.</source>
   <translation>将释放 {size} 空间，之后可以重新下载。</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
 </context>
 <context>
  <name>ModelPage</name>
  <message>
   <source>Pick a model</source>
   <translation>选择模型</translation>
  </message>
  <message>
   <source>It answers questions and helps with writing, and runs only on this computer. You can change it later, or skip: calendar, tasks and reminders work without one.</source>
   <translation>它回答问题、帮助写作，只在这台电脑上运行。以后可以更换，也可以跳过：没有模型时日历、任务和提醒照常可用。</translation>
  </message>
  <message>
   <source>This computer</source>
   <translation>这台电脑</translation>
  </message>
  <message>
   <source>{all} GB memory, {free} GB free</source>
   <translation>内存 {all} GB，可用 {free} GB</translation>
  </message>
  <message>
   <source>{free} GB disk free</source>
   <translation>磁盘可用 {free} GB</translation>
  </message>
 </context>
 <context>
  <name>ModelRow</name>
  <message>
   <source>Recommended</source>
   <translation>推荐</translation>
  </message>
  <message>
   <source>needs {memory} of memory</source>
   <translation>需要 {memory} 内存</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} / {total}</translation>
  </message>
  <message>
   <source>Connecting…</source>
   <translation>正在连接…</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Remove {model}</source>
   <translation>移除 {model}</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>正在停止…</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Download</source>
   <translation>下载</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>使用中</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>使用</translation>
  </message>
  <message>
   <source>fits easily</source>
   <translation>内存很充足</translation>
  </message>
  <message>
   <source>fits well</source>
   <translation>内存充足</translation>
  </message>
  <message>
   <source>a tight fit</source>
   <translation>内存较紧</translation>
  </message>
  <message>
   <source>more than the memory that is free now</source>
   <translation>超过当前可用内存</translation>
  </message>
 </context>
 <context>
  <name>MonthSheet</name>
  <message>
   <source>{more}, {day}</source>
   <translation>{more}，{day}</translation>
  </message>
 </context>
 <context>
  <name>MonthView</name>
  <message>
   <source>Wk</source>
   <translation>周</translation>
  </message>
 </context>
 <context>
  <name>MoreFields</name>
  <message>
   <source>Time zone</source>
   <translation>时区</translation>
  </message>
  <message>
   <source>No zone: the same clock time everywhere</source>
   <translation>不设时区：各地钟点相同</translation>
  </message>
  <message>
   <source>People, separated by commas</source>
   <translation>参与人，用逗号分隔</translation>
  </message>
  <message>
   <source>People</source>
   <translation>参与人</translation>
  </message>
  <message>
   <source>Tags, separated by commas</source>
   <translation>标签，用逗号分隔</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>标签</translation>
  </message>
  <message>
   <source>Link</source>
   <translation>链接</translation>
  </message>
  <message>
   <source>Availability</source>
   <translation>忙闲</translation>
  </message>
  <message>
   <source>Busy: the time is taken</source>
   <translation>忙碌：占用这段时间</translation>
  </message>
  <message>
   <source>Free: it can overlap</source>
   <translation>空闲：可与其他日程重叠</translation>
  </message>
  <message>
   <source>This is not a link.</source>
   <translation>这不是有效的链接。</translation>
  </message>
 </context>
 <context>
  <name>MoveTime</name>
  <message>
   <source>Move</source>
   <translation>改到</translation>
  </message>
  <message>
   <source>New moment of the reminder</source>
   <translation>新的提醒时间</translation>
  </message>
 </context>
 <context>
  <name>NoModelCard</name>
  <message>
   <source>No model is set up. Calendar, tasks and reminders work as usual.</source>
   <translation>还没有设置模型。日历、任务和提醒照常使用。</translation>
  </message>
  <message>
   <source>Pick a model</source>
   <translation>选择模型</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>以后再说</translation>
  </message>
 </context>
 <context>
  <name>NoteCard</name>
  <message>
   <source>Assistant</source>
   <translation>助手</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>好</translation>
  </message>
  <message>
   <source>Close the message</source>
   <translation>关闭消息</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
 </context>
 <context>
  <name>NotesField</name>
  <message>
   <source>Add notes</source>
   <translation>添加备注</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>备注</translation>
  </message>
 </context>
 <context>
  <name>Notifying</name>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Snooze {length}</source>
   <translation>{length}后再提醒</translation>
  </message>
  <message numerus="yes">
   <source>%n reminder(s)</source>
   <translation>
    <numerusform>%n 个提醒</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>OverviewActions</name>
  <message numerus="yes">
   <source>%n reminder(s) done</source>
   <translation>
    <numerusform>已完成 %n 个提醒</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Completed %n task(s)</source>
   <translation>
    <numerusform>已完成 %n 项任务</numerusform>
   </translation>
  </message>
  <message>
   <source>Completed “{title}”</source>
   <translation>已完成“{title}”</translation>
  </message>
  <message>
   <source>Changed “{title}”</source>
   <translation>已更改“{title}”</translation>
  </message>
  <message>
   <source>Snoozed until {moment}</source>
   <translation>已推迟到{moment}</translation>
  </message>
  <message>
   <source>Moved to {moment}</source>
   <translation>已改到{moment}</translation>
  </message>
  <message numerus="yes">
   <source>Deleted %n reminder(s)</source>
   <translation>
    <numerusform>已删除 %n 个提醒</numerusform>
   </translation>
  </message>
  <message>
   <source>Deleted “{title}”</source>
   <translation>已删除“{title}”</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <source>Search</source>
   <translation>搜索</translation>
  </message>
  <message>
   <source>Search events, tasks, reminders and chats</source>
   <translation>搜索日程、任务、提醒和对话</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Narrow down with from: to: list: calendar: tag: is:done is:overdue</source>
   <translation>可用 从: 到: 清单: 日历: 标签: 状态:完成 状态:逾期 缩小范围</translation>
  </message>
  <message>
   <source>No match for “{text}”.</source>
   <translation>没有找到“{text}”。</translation>
  </message>
  <message>
   <source>Ask: {text}</source>
   <translation>提问：{text}</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>命令</translation>
  </message>
 </context>
 <context>
  <name>PaneBar</name>
  <message>
   <source>Menu</source>
   <translation>菜单</translation>
  </message>
  <message>
   <source>Chat</source>
   <translation>对话</translation>
  </message>
  <message>
   <source>Calendar</source>
   <translation>日历</translation>
  </message>
  <message>
   <source>Tasks</source>
   <translation>任务</translation>
  </message>
  <message>
   <source>Show or hide: {pane}</source>
   <translation>显示或隐藏：{pane}</translation>
  </message>
 </context>
 <context>
  <name>PauseMenu</name>
  <message>
   <source>For {length}</source>
   <translation>{length}</translation>
  </message>
  <message>
   <source>Until tomorrow</source>
   <translation>到明天</translation>
  </message>
  <message>
   <source>Go on now</source>
   <translation>立即恢复</translation>
  </message>
  <message>
   <source>Pause reminders</source>
   <translation>暂停提醒</translation>
  </message>
  <message>
   <source>Paused until {moment}</source>
   <translation>已暂停到 {moment}</translation>
  </message>
 </context>
 <context>
  <name>PickField</name>
  <message>
   <source>Automatic</source>
   <translation>自动</translation>
  </message>
  <message>
   <source>As the system has it</source>
   <translation>跟随系统</translation>
  </message>
 </context>
 <context>
  <name>PickTime</name>
  <message>
   <source>in 40 min, Friday 9:00</source>
   <translation>40分钟后，周五 9:00</translation>
  </message>
  <message>
   <source>Remind again at</source>
   <translation>再次提醒的时间</translation>
  </message>
  <message>
   <source>Snooze</source>
   <translation>稍后</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>No time in that yet.</source>
   <translation>还没有看到时间。</translation>
  </message>
  <message>
   <source>When should it come back?</source>
   <translation>什么时候再提醒？</translation>
  </message>
  <message>
   <source>That is in the past.</source>
   <translation>这个时间已经过去了。</translation>
  </message>
 </context>
 <context>
  <name>PopupStack</name>
  <message>
   <source>Reminders</source>
   <translation>提醒</translation>
  </message>
 </context>
 <context>
  <name>Popups</name>
  <message>
   <source>Now</source>
   <translation>现在</translation>
  </message>
  <message>
   <source>Began {length} ago</source>
   <translation>{length}前开始</translation>
  </message>
  <message>
   <source>Snoozed from {time}</source>
   <translation>从 {time} 推迟</translation>
  </message>
  <message>
   <source>{kind} · now</source>
   <translation>{kind} · 现在</translation>
  </message>
  <message>
   <source>{kind} · {length} ago</source>
   <translation>{kind} · {length}前</translation>
  </message>
  <message>
   <source>Alarm</source>
   <translation>闹钟</translation>
  </message>
  <message>
   <source>Timer</source>
   <translation>计时器</translation>
  </message>
  <message>
   <source>Reminder</source>
   <translation>提醒</translation>
  </message>
  <message>
   <source>{when} · {place}</source>
   <translation>{when} · {place}</translation>
  </message>
  <message>
   <source>Was due: {when}.</source>
   <translation>原定时间：{when}。</translation>
  </message>
  <message>
   <source>Was due: {when}. Assistant was not running.</source>
   <translation>原定时间：{when}。当时助手没有运行。</translation>
  </message>
  <message>
   <source>Was due: {when}. The clock was set forward.</source>
   <translation>原定时间：{when}。系统时间曾被调快。</translation>
  </message>
  <message>
   <source>Was due: {when}, in quiet hours.</source>
   <translation>原定时间：{when}，当时是安静时段。</translation>
  </message>
  <message>
   <source>Was due: {when}. This computer was asleep.</source>
   <translation>原定时间：{when}。当时电脑在睡眠。</translation>
  </message>
  <message>
   <source>Not done yet</source>
   <translation>还没完成</translation>
  </message>
  <message>
   <source>Was due: {when}. Reminders were paused.</source>
   <translation>原定时间：{when}。当时提醒已暂停。</translation>
  </message>
  <message>
   <source>Was due: {when}. Do not disturb was on.</source>
   <translation>原定时间：{when}。当时开着勿扰模式。</translation>
  </message>
  <message>
   <source>Was due: {when}. A program filled the screen.</source>
   <translation>原定时间：{when}。当时有程序占满屏幕。</translation>
  </message>
  <message>
   <source>Since: {when}</source>
   <translation>自 {when} 起</translation>
  </message>
  <message>
   <source>Since: {when} · Assistant was not running</source>
   <translation>自 {when} 起 · 当时助手没有运行</translation>
  </message>
  <message>
   <source>Since: {when} · this computer was asleep</source>
   <translation>自 {when} 起 · 当时电脑在睡眠</translation>
  </message>
  <message>
   <source>Since: {when} · the clock was set forward</source>
   <translation>自 {when} 起 · 系统时间曾被调快</translation>
  </message>
  <message>
   <source>Since: {when} · quiet hours</source>
   <translation>自 {when} 起 · 当时是安静时段</translation>
  </message>
  <message>
   <source>Since: {when} · reminders were paused</source>
   <translation>自 {when} 起 · 当时提醒已暂停</translation>
  </message>
  <message>
   <source>Since: {when} · do not disturb was on</source>
   <translation>自 {when} 起 · 当时开着勿扰模式</translation>
  </message>
  <message>
   <source>Since: {when} · a program filled the screen</source>
   <translation>自 {when} 起 · 当时有程序占满屏幕</translation>
  </message>
  <message>
   <source>{state}: {title}. {when} Press Control Alt R to answer.</source>
   <translation>{state}：{title}。{when}按 Control Alt R 回应。</translation>
  </message>
  <message>
   <source>Today {time}</source>
   <translation>今天 {time}</translation>
  </message>
  <message>
   <source>Yesterday {time}</source>
   <translation>昨天 {time}</translation>
  </message>
  <message>
   <source>{kind}: {title}.</source>
   <translation>{kind}：{title}。</translation>
  </message>
 </context>
 <context>
  <name>Rail</name>
  <message>
   <source>Home</source>
   <translation>主页</translation>
  </message>
  <message>
   <source>Calendar</source>
   <translation>日历</translation>
  </message>
  <message>
   <source>Tasks</source>
   <translation>任务</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>搜索</translation>
  </message>
  <message>
   <source>History</source>
   <translation>历史</translation>
  </message>
 </context>
 <context>
  <name>ReceiptCard</name>
  <message>
   <source>Show all {count}</source>
   <translation>显示全部 {count} 项</translation>
  </message>
  <message>
   <source>{headline}: {titles}</source>
   <translation>{headline}：{titles}</translation>
  </message>
  <message>
   <source>{old} → {new}</source>
   <translation>{old} → {new}</translation>
  </message>
  <message>
   <source>Undone</source>
   <translation>已撤销</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>重做</translation>
  </message>
  <message>
   <source>Redo: {titles}</source>
   <translation>重做：{titles}</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Undo: {titles}</source>
   <translation>撤销：{titles}</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>编辑</translation>
  </message>
  <message>
   <source>Edit: {title}</source>
   <translation>编辑：{title}</translation>
  </message>
 </context>
 <context>
  <name>Receipts</name>
  <message>
   <source>Event added</source>
   <translation>已添加日程</translation>
  </message>
  <message>
   <source>Event changed</source>
   <translation>已更改日程</translation>
  </message>
  <message>
   <source>Event moved</source>
   <translation>已移动日程</translation>
  </message>
  <message>
   <source>Event deleted</source>
   <translation>已删除日程</translation>
  </message>
  <message>
   <source>Task added</source>
   <translation>已添加任务</translation>
  </message>
  <message>
   <source>Task changed</source>
   <translation>已更改任务</translation>
  </message>
  <message>
   <source>Task moved</source>
   <translation>已移动任务</translation>
  </message>
  <message>
   <source>Task completed</source>
   <translation>已完成任务</translation>
  </message>
  <message>
   <source>Task deleted</source>
   <translation>已删除任务</translation>
  </message>
  <message>
   <source>Reminder added</source>
   <translation>已添加提醒</translation>
  </message>
  <message>
   <source>Reminder changed</source>
   <translation>已更改提醒</translation>
  </message>
  <message>
   <source>Reminder moved</source>
   <translation>已移动提醒</translation>
  </message>
  <message>
   <source>Reminder completed</source>
   <translation>已完成提醒</translation>
  </message>
  <message>
   <source>Reminder deleted</source>
   <translation>已删除提醒</translation>
  </message>
  <message>
   <source>Alarm set</source>
   <translation>已设置闹钟</translation>
  </message>
  <message>
   <source>Alarm changed</source>
   <translation>已更改闹钟</translation>
  </message>
  <message>
   <source>Alarm moved</source>
   <translation>已调整闹钟</translation>
  </message>
  <message>
   <source>Alarm deleted</source>
   <translation>已删除闹钟</translation>
  </message>
  <message>
   <source>Timer set</source>
   <translation>已设置计时器</translation>
  </message>
  <message>
   <source>Timer changed</source>
   <translation>已更改计时器</translation>
  </message>
  <message>
   <source>Timer moved</source>
   <translation>已调整计时器</translation>
  </message>
  <message>
   <source>Timer deleted</source>
   <translation>已删除计时器</translation>
  </message>
  <message>
   <source>Reminder unless it is done by then</source>
   <translation>到时还没完成就提醒</translation>
  </message>
  <message>
   <source>Follow-up deleted</source>
   <translation>已删除跟进提醒</translation>
  </message>
  <message>
   <source>Added</source>
   <translation>已添加</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>已更改</translation>
  </message>
  <message>
   <source>Moved</source>
   <translation>已移动</translation>
  </message>
  <message>
   <source>Completed</source>
   <translation>已完成</translation>
  </message>
  <message>
   <source>Deleted</source>
   <translation>已删除</translation>
  </message>
  <message>
   <source>{count} tasks moved</source>
   <translation>已移动 {count} 项任务</translation>
  </message>
  <message>
   <source>{count} tasks completed</source>
   <translation>已完成 {count} 项任务</translation>
  </message>
  <message>
   <source>{count} tasks deleted</source>
   <translation>已删除 {count} 项任务</translation>
  </message>
  <message>
   <source>{count} events moved</source>
   <translation>已移动 {count} 项日程</translation>
  </message>
  <message>
   <source>{count} events deleted</source>
   <translation>已删除 {count} 项日程</translation>
  </message>
  <message>
   <source>{count} items added</source>
   <translation>已添加 {count} 项</translation>
  </message>
  <message>
   <source>{count} items changed</source>
   <translation>已更改 {count} 项</translation>
  </message>
  <message>
   <source>{count} items moved</source>
   <translation>已移动 {count} 项</translation>
  </message>
  <message>
   <source>{count} items completed</source>
   <translation>已完成 {count} 项</translation>
  </message>
  <message>
   <source>{count} items deleted</source>
   <translation>已删除 {count} 项</translation>
  </message>
  <message>
   <source>, </source>
   <translation>、</translation>
  </message>
  <message>
   <source>Overlaps: {titles}</source>
   <translation>与以下日程冲突：{titles}</translation>
  </message>
  <message>
   <source>reminds you: {leads}</source>
   <translation>{leads}提醒</translation>
  </message>
  <message>
   <source>{headline}: {title}</source>
   <translation>{headline}：{title}</translation>
  </message>
 </context>
 <context>
  <name>RegionPage</name>
  <message>
   <source>Welcome</source>
   <translation>欢迎使用</translation>
  </message>
  <message>
   <source>Everything you write here stays on this computer. This is how dates and words will look.</source>
   <translation>你写下的一切都只留在这台电脑上。日期和文字会这样显示。</translation>
  </message>
  <message>
   <source>{day}, {time}</source>
   <translation>{day} {time}</translation>
  </message>
  <message>
   <source>Time zone of this computer: {zone}</source>
   <translation>这台电脑的时区：{zone}</translation>
  </message>
  <message>
   <source>Language and region</source>
   <translation>语言与地区</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>外观</translation>
  </message>
 </context>
 <context>
  <name>ReminderCard</name>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Open: {title}</source>
   <translation>打开：{title}</translation>
  </message>
  <message>
   <source>Mark done: {title}</source>
   <translation>标为完成：{title}</translation>
  </message>
  <message>
   <source>Snooze</source>
   <translation>稍后</translation>
  </message>
  <message>
   <source>Snooze until {moment}: {title}</source>
   <translation>推迟到{moment}：{title}</translation>
  </message>
  <message>
   <source>More times</source>
   <translation>更多时间</translation>
  </message>
  <message>
   <source>Snooze until another time: {title}</source>
   <translation>推迟到其他时间：{title}</translation>
  </message>
  <message>
   <source>Close without an answer: {title}</source>
   <translation>不回应并关闭：{title}</translation>
  </message>
  <message>
   <source>Close, not done</source>
   <translation>关闭（未完成）</translation>
  </message>
  <message>
   <source>Answer by voice: {title}</source>
   <translation>用语音回应：{title}</translation>
  </message>
  <message>
   <source>Pick a time…</source>
   <translation>选择时间…</translation>
  </message>
  <message>
   <source>Press 1 to 5</source>
   <translation>按 1 到 5</translation>
  </message>
 </context>
 <context>
  <name>ReminderCommands</name>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Move…</source>
   <translation>改时间…</translation>
  </message>
  <message>
   <source>Show event</source>
   <translation>查看日程</translation>
  </message>
  <message>
   <source>Show task</source>
   <translation>查看任务</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
 </context>
 <context>
  <name>ReminderDetail</name>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Close the details</source>
   <translation>关闭详情</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Snooze</source>
   <translation>稍后</translation>
  </message>
  <message>
   <source>Move…</source>
   <translation>改时间…</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>经过</translation>
  </message>
  <message>
   <source>Show event</source>
   <translation>查看日程</translation>
  </message>
  <message>
   <source>Show task</source>
   <translation>查看任务</translation>
  </message>
  <message>
   <source>Mark done: {title}</source>
   <translation>标为完成：{title}</translation>
  </message>
  <message>
   <source>Snooze: {title}</source>
   <translation>稍后提醒：{title}</translation>
  </message>
  <message>
   <source>Move: {title}</source>
   <translation>改时间：{title}</translation>
  </message>
 </context>
 <context>
  <name>ReminderOverview</name>
  <message>
   <source>Reminders</source>
   <translation>提醒</translation>
  </message>
  <message>
   <source>Alarms, timers and what is important come all the same</source>
   <translation>闹钟、计时器和重要提醒照常出现</translation>
  </message>
  <message>
   <source>Lists</source>
   <translation>清单</translation>
  </message>
  <message>
   <source>Show older ones</source>
   <translation>显示更早的</translation>
  </message>
 </context>
 <context>
  <name>ReminderPopups</name>
  <message numerus="yes">
   <source>%n more reminder(s)</source>
   <translation>
    <numerusform>还有 %n 个提醒</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Reminders</name>
  <message>
   <source>Yesterday</source>
   <translation>昨天</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>Tomorrow</source>
   <translation>明天</translation>
  </message>
  <message>
   <source>{day}, {time}</source>
   <translation>{day} {time}</translation>
  </message>
  <message>
   <source>Alarm</source>
   <translation>闹钟</translation>
  </message>
  <message>
   <source>Timer</source>
   <translation>计时器</translation>
  </message>
  <message>
   <source>Follow-up</source>
   <translation>跟进</translation>
  </message>
  <message>
   <source>Reminder of an event</source>
   <translation>日程的提醒</translation>
  </message>
  <message>
   <source>Reminder of a task</source>
   <translation>任务的提醒</translation>
  </message>
  <message>
   <source>Reminder</source>
   <translation>提醒</translation>
  </message>
  <message>
   <source>Upcoming</source>
   <translation>即将到来</translation>
  </message>
  <message>
   <source>Due, held back</source>
   <translation>已到期，暂缓</translation>
  </message>
  <message>
   <source>Waits for your answer</source>
   <translation>等待你回应</translation>
  </message>
  <message>
   <source>Snoozed</source>
   <translation>已推迟</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>已完成</translation>
  </message>
  <message>
   <source>Closed without an answer</source>
   <translation>未回应就关闭了</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>已暂停</translation>
  </message>
  <message>
   <source>Planned for {moment}</source>
   <translation>定在{moment}</translation>
  </message>
  <message>
   <source>Snoozed until {moment}</source>
   <translation>推迟到{moment}</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>已设定</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>到期</translation>
  </message>
  <message>
   <source>Shown</source>
   <translation>已显示</translation>
  </message>
  <message>
   <source>{moment}: {what}</source>
   <translation>{moment}：{what}</translation>
  </message>
  <message>
   <source>Not answered</source>
   <translation>未回应</translation>
  </message>
  <message>
   <source>History</source>
   <translation>历史</translation>
  </message>
  <message>
   <source>No reminders ahead.</source>
   <translation>接下来没有提醒。</translation>
  </message>
  <message>
   <source>{title}: {count}</source>
   <translation>{title}：{count}</translation>
  </message>
  <message>
   <source>Done {moment}</source>
   <translation>{moment} 完成</translation>
  </message>
  <message>
   <source>{length} late</source>
   <translation>晚了 {length}</translation>
  </message>
 </context>
 <context>
  <name>RepeatEditor</name>
  <message>
   <source>Does not repeat</source>
   <translation>不重复</translation>
  </message>
  <message>
   <source>Custom</source>
   <translation>自定义</translation>
  </message>
  <message>
   <source>Every how many</source>
   <translation>间隔</translation>
  </message>
  <message>
   <source>Days, weeks, months or years</source>
   <translation>天、周、月或年</translation>
  </message>
  <message>
   <source>days</source>
   <translation>天</translation>
  </message>
  <message>
   <source>weeks</source>
   <translation>周</translation>
  </message>
  <message>
   <source>months</source>
   <translation>个月</translation>
  </message>
  <message>
   <source>years</source>
   <translation>年</translation>
  </message>
  <message>
   <source>Every</source>
   <translation>每</translation>
  </message>
  <message>
   <source>Then {days}</source>
   <translation>随后：{days}</translation>
  </message>
 </context>
 <context>
  <name>RepeatField</name>
  <message>
   <source>Repeat</source>
   <translation>重复</translation>
  </message>
  <message>
   <source>Does not repeat</source>
   <translation>不重复</translation>
  </message>
  <message>
   <source>Another rule…</source>
   <translation>其他规则…</translation>
  </message>
  <message>
   <source>Next: {days}</source>
   <translation>接下来：{days}</translation>
  </message>
 </context>
 <context>
  <name>RepeatRule</name>
  <message>
   <source>This rule cannot be read.</source>
   <translation>无法读懂这条规则。</translation>
  </message>
  <message>
   <source>Every so many</source>
   <translation>间隔</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>单位</translation>
  </message>
  <message>
   <source>days</source>
   <translation>天</translation>
  </message>
  <message>
   <source>weeks</source>
   <translation>周</translation>
  </message>
  <message>
   <source>months</source>
   <translation>个月</translation>
  </message>
  <message>
   <source>years</source>
   <translation>年</translation>
  </message>
  <message>
   <source>Day of the month</source>
   <translation>每月的哪一天</translation>
  </message>
  <message>
   <source>Ends</source>
   <translation>结束</translation>
  </message>
  <message>
   <source>No end</source>
   <translation>不结束</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>截至</translation>
  </message>
  <message>
   <source>After</source>
   <translation>重复</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>最后一天</translation>
  </message>
  <message>
   <source>How many times</source>
   <translation>重复次数</translation>
  </message>
  <message>
   <source> times</source>
   <translation> 次</translation>
  </message>
  <message>
   <source>Rule as in iCalendar files</source>
   <translation>iCalendar 格式的规则</translation>
  </message>
  <message>
   <source>Every</source>
   <translation>每</translation>
  </message>
  <message>
   <source>In plain words</source>
   <translation>用文字设置</translation>
  </message>
  <message>
   <source>Write the rule</source>
   <translation>直接写规则</translation>
  </message>
 </context>
 <context>
  <name>RowCommands</name>
  <message>
   <source>“{title}” has subtasks itself and cannot be one.</source>
   <translation>“{title}”自己有子任务，不能作为子任务。</translation>
  </message>
  <message>
   <source>Make it a subtask of the one above</source>
   <translation>设为上一项的子任务</translation>
  </message>
  <message>
   <source>Make it a task of its own</source>
   <translation>设为独立任务</translation>
  </message>
 </context>
 <context>
  <name>ScopePopover</name>
  <message>
   <source>This event</source>
   <translation>仅此日程</translation>
  </message>
  <message>
   <source>Only this one</source>
   <translation>只改这一次</translation>
  </message>
  <message>
   <source>This and following</source>
   <translation>此日程及以后</translation>
  </message>
  <message>
   <source>All events</source>
   <translation>全部日程</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>It repeats without end</source>
   <translation>没有结束日期</translation>
  </message>
  <message>
   <source>{count} events, {past} of them earlier</source>
   <translation>共 {count} 个日程，其中 {past} 个在此之前</translation>
  </message>
  <message>
   <source>1 event</source>
   <translation>1 个日程</translation>
  </message>
  <message>
   <source>{count} events from here on</source>
   <translation>从此起 {count} 个日程</translation>
  </message>
  <message>
   <source>{count} events</source>
   <translation>{count} 个日程</translation>
  </message>
 </context>
 <context>
  <name>SectionBar</name>
  <message>
   <source>Menu</source>
   <translation>菜单</translation>
  </message>
 </context>
 <context>
  <name>SectionHead</name>
  <message>
   <source>Move overdue to today</source>
   <translation>将过期任务移到今天</translation>
  </message>
  <message>
   <source>Lists</source>
   <translation>清单</translation>
  </message>
  <message>
   <source>Sort and filter</source>
   <translation>排序和筛选</translation>
  </message>
  <message>
   <source>More</source>
   <translation>更多</translation>
  </message>
  <message>
   <source>More about this list</source>
   <translation>更多清单操作</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>显示全部</translation>
  </message>
  <message>
   <source>To today</source>
   <translation>移到今天</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source>General</source>
   <translation>通用</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>外观</translation>
  </message>
  <message>
   <source>Calendar</source>
   <translation>日历</translation>
  </message>
  <message>
   <source>Reminders</source>
   <translation>提醒</translation>
  </message>
  <message>
   <source>Voice</source>
   <translation>语音</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Privacy &amp; data</source>
   <translation>隐私与数据</translation>
  </message>
  <message>
   <source>About</source>
   <translation>关于</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>窗口</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>样式</translation>
  </message>
  <message>
   <source>Dates and times</source>
   <translation>日期与时间</translation>
  </message>
  <message>
   <source>Shown besides</source>
   <translation>另外显示</translation>
  </message>
  <message>
   <source>Events</source>
   <translation>日程</translation>
  </message>
  <message>
   <source>Files and subscriptions</source>
   <translation>文件与订阅</translation>
  </message>
  <message>
   <source>Sound</source>
   <translation>声音</translation>
  </message>
  <message>
   <source>Until you answer</source>
   <translation>直到回应</translation>
  </message>
  <message>
   <source>Snooze</source>
   <translation>稍后提醒</translation>
  </message>
  <message>
   <source>Without being told</source>
   <translation>默认提醒</translation>
  </message>
  <message>
   <source>Quiet hours</source>
   <translation>安静时段</translation>
  </message>
  <message>
   <source>Not disturbing</source>
   <translation>勿扰</translation>
  </message>
  <message>
   <source>Where reminders appear</source>
   <translation>提醒出现的位置</translation>
  </message>
  <message>
   <source>Speech models</source>
   <translation>语音模型</translation>
  </message>
  <message>
   <source>Listening</source>
   <translation>聆听</translation>
  </message>
  <message>
   <source>Speaking</source>
   <translation>朗读</translation>
  </message>
  <message>
   <source>Voice memos</source>
   <translation>语音备忘</translation>
  </message>
  <message>
   <source>Language models</source>
   <translation>语言模型</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>运行</translation>
  </message>
  <message>
   <source>Learned from your corrections</source>
   <translation>从你的更正中学到的</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>网络</translation>
  </message>
  <message>
   <source>Your data</source>
   <translation>你的数据</translation>
  </message>
  <message>
   <source>Assistant</source>
   <translation>助手</translation>
  </message>
  <message>
   <source>Finding faults</source>
   <translation>排查问题</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>主题</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>文字大小</translation>
  </message>
  <message>
   <source>Reduce motion</source>
   <translation>减少动画</translation>
  </message>
  <message>
   <source>First day of the week</source>
   <translation>每周第一天</translation>
  </message>
  <message>
   <source>Clock</source>
   <translation>时制</translation>
  </message>
  <message>
   <source>Order of day and month</source>
   <translation>日月顺序</translation>
  </message>
  <message>
   <source>Week numbers</source>
   <translation>周数</translation>
  </message>
  <message>
   <source>Public holidays</source>
   <translation>公共假日</translation>
  </message>
  <message>
   <source>Chinese lunar dates</source>
   <translation>农历</translation>
  </message>
  <message>
   <source>Second time zone</source>
   <translation>第二时区</translation>
  </message>
  <message>
   <source>Length of an event</source>
   <translation>日程时长</translation>
  </message>
  <message>
   <source>Tomorrow means</source>
   <translation>“明天”指</translation>
  </message>
  <message>
   <source>Usual snooze</source>
   <translation>常用推迟时间</translation>
  </message>
  <message>
   <source>System notifications</source>
   <translation>系统通知</translation>
  </message>
  <message>
   <source>Sound of reminders</source>
   <translation>提醒声音</translation>
  </message>
  <message>
   <source>Volume</source>
   <translation>音量</translation>
  </message>
  <message>
   <source>Gentle first, then louder</source>
   <translation>先轻后响</translation>
  </message>
  <message>
   <source>Read reminders aloud</source>
   <translation>朗读提醒</translation>
  </message>
  <message>
   <source>Answer reminders by voice</source>
   <translation>用语音回应提醒</translation>
  </message>
  <message>
   <source>Sound again after</source>
   <translation>再次响起间隔</translation>
  </message>
  <message>
   <source>High priority repeats</source>
   <translation>高优先级重复提醒</translation>
  </message>
  <message>
   <source>Remind of a new task</source>
   <translation>新任务提醒</translation>
  </message>
  <message>
   <source>Hold reminders back</source>
   <translation>暂缓提醒</translation>
  </message>
  <message>
   <source>From</source>
   <translation>开始</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>结束</translation>
  </message>
  <message>
   <source>Let high priority through</source>
   <translation>高优先级照常提醒</translation>
  </message>
  <message>
   <source>Follow the system’s do-not-disturb</source>
   <translation>跟随系统的勿扰模式</translation>
  </message>
  <message>
   <source>Wait while a program fills the screen</source>
   <translation>有程序占满屏幕时先等待</translation>
  </message>
  <message>
   <source>Start at login</source>
   <translation>登录时启动</translation>
  </message>
  <message>
   <source>Keep running when the window is closed</source>
   <translation>关闭窗口后继续运行</translation>
  </message>
  <message>
   <source>Model that listens</source>
   <translation>聆听用的模型</translation>
  </message>
  <message>
   <source>Microphone</source>
   <translation>麦克风</translation>
  </message>
  <message>
   <source>Language you speak</source>
   <translation>你说的语言</translation>
  </message>
  <message>
   <source>Listen again after each answer</source>
   <translation>每次回答后继续聆听</translation>
  </message>
  <message>
   <source>Wake word</source>
   <translation>唤醒词</translation>
  </message>
  <message>
   <source>Wait before adding</source>
   <translation>添加前稍等</translation>
  </message>
  <message>
   <source>Loudspeaker</source>
   <translation>扬声器</translation>
  </message>
  <message>
   <source>Read answers aloud</source>
   <translation>朗读回答</translation>
  </message>
  <message>
   <source>Talk to interrupt</source>
   <translation>说话即可打断</translation>
  </message>
  <message>
   <source>English voice</source>
   <translation>英语声音</translation>
  </message>
  <message>
   <source>Chinese voice</source>
   <translation>中文声音</translation>
  </message>
  <message>
   <source>Speed</source>
   <translation>语速</translation>
  </message>
  <message>
   <source>Volume of the voice</source>
   <translation>朗读音量</translation>
  </message>
  <message>
   <source>Model that answers</source>
   <translation>回答用的模型</translation>
  </message>
  <message>
   <source>Graphics card</source>
   <translation>显卡</translation>
  </message>
  <message>
   <source>End an idle model after</source>
   <translation>模型空闲后结束</translation>
  </message>
  <message>
   <source>Length of text the model sees</source>
   <translation>模型能看到的文字长度</translation>
  </message>
  <message>
   <source>Processor cores</source>
   <translation>处理器核心</translation>
  </message>
  <message>
   <source>Learn from corrections</source>
   <translation>从更正中学习</translation>
  </message>
  <message>
   <source>Work offline</source>
   <translation>离线工作</translation>
  </message>
  <message>
   <source>Where models come from</source>
   <translation>模型来源</translation>
  </message>
  <message>
   <source>Detail of the log</source>
   <translation>日志详细程度</translation>
  </message>
  <message>
   <source>Changes at once, without a restart</source>
   <translation>立即生效，无需重启</translation>
  </message>
  <message>
   <source>Also with Ctrl+Plus and Ctrl+Minus</source>
   <translation>也可以用 Ctrl+加号 和 Ctrl+减号</translation>
  </message>
  <message>
   <source>Shows and hides without sliding or fading</source>
   <translation>显示和隐藏时不滑动、不淡入淡出</translation>
  </message>
  <message>
   <source>“Next week” follows it too</source>
   <translation>“下周”也按此计算</translation>
  </message>
  <message>
   <source>How 3/4 is read</source>
   <translation>3/4 怎么读</translation>
  </message>
  <message>
   <source>Shown in the calendar</source>
   <translation>在日历中显示</translation>
  </message>
  <message>
   <source>Shown beside the dates of the calendar</source>
   <translation>显示在日历的日期旁</translation>
  </message>
  <message>
   <source>With festivals and solar terms</source>
   <translation>包括节日和节气</translation>
  </message>
  <message>
   <source>Its hours stand beside yours in day and week</source>
   <translation>在日视图和周视图中，显示在你的时间旁</translation>
  </message>
  <message>
   <source>When you do not say how long it takes</source>
   <translation>没有说明多长时间的时候</translation>
  </message>
  <message>
   <source>When a reminder is put off to tomorrow or Monday</source>
   <translation>提醒推迟到明天或周一的时候</translation>
  </message>
  <message>
   <source>One of the buttons on every pop-up</source>
   <translation>每个提醒窗口上的一个按钮</translation>
  </message>
  <message>
   <source>Besides the pop-up; automatic means only under Wayland</source>
   <translation>与提醒窗口一起显示；自动表示仅在 Wayland 下</translation>
  </message>
  <message>
   <source>Alarms and timers have a sound of their own and ring until you answer</source>
   <translation>闹钟和计时器有自己的声音，会一直响到你回应</translation>
  </message>
  <message>
   <source>Below the volume of the system</source>
   <translation>不超过系统音量</translation>
  </message>
  <message>
   <source>The first sound is soft; each one after it is louder</source>
   <translation>第一声轻柔，之后一次比一次响</translation>
  </message>
  <message>
   <source>With the voice of your language; needs no sound to be set</source>
   <translation>用你的语言的语音；与提醒声音无关</translation>
  </message>
  <message>
   <source>After one was read aloud the microphone opens for 8 seconds</source>
   <translation>朗读提醒后，麦克风会打开 8 秒</translation>
  </message>
  <message>
   <source>When a reminder that repeats was not answered</source>
   <translation>重复提醒没有得到回应时</translation>
  </message>
  <message>
   <source>Reminders of such tasks sound again until you answer</source>
   <translation>这类任务的提醒会反复响起，直到你回应</translation>
  </message>
  <message>
   <source>When it has a due time and you ask for no reminder</source>
   <translation>任务有截止时间而你没有要求提醒时</translation>
  </message>
  <message>
   <source>They come when quiet hours end; alarms and timers always come</source>
   <translation>安静时段结束后再提醒；闹钟和计时器照常响</translation>
  </message>
  <message>
   <source>Tasks of high priority come although others wait</source>
   <translation>其他提醒等待时，高优先级任务照常提醒</translation>
  </message>
  <message>
   <source>They come together afterwards; alarms and timers always come</source>
   <translation>结束后一并提醒；闹钟和计时器照常</translation>
  </message>
  <message>
   <source>Such as a film or slides; where the system tells of it</source>
   <translation>例如看影片、放幻灯片；取决于系统是否告知</translation>
  </message>
  <message>
   <source>Hidden, so that reminders come</source>
   <translation>在后台启动，让提醒照常出现</translation>
  </message>
  <message>
   <source>Reminders go on appearing; quit from the tray icon</source>
   <translation>提醒会继续出现；可从托盘图标退出</translation>
  </message>
  <message>
   <source>Sound is made into words on this computer and is not kept</source>
   <translation>语音在本机转成文字，不会保存</translation>
  </message>
  <message>
   <source>Automatic makes it out from your first words</source>
   <translation>自动：根据开头几个字判断</translation>
  </message>
  <message>
   <source>The microphone stays open for you until you say nothing</source>
   <translation>麦克风为你保持开启，直到你不再说话</translation>
  </message>
  <message>
   <source>The microphone stays open for this one word; nothing else is made out</source>
   <translation>麦克风会一直等这个词，其他内容不会转成文字</translation>
  </message>
  <message>
   <source>Two seconds to cancel what you said</source>
   <translation>留两秒钟，可取消刚说的内容</translation>
  </message>
  <message>
   <source>The microphone is open while an answer is spoken</source>
   <translation>朗读回答时麦克风保持开启</translation>
  </message>
  <message>
   <source>Automatic takes the most natural one that is here</source>
   <translation>自动：使用本机上最自然的声音</translation>
  </message>
  <message>
   <source>How much of the model runs on the graphics card</source>
   <translation>模型有多少在显卡上运行</translation>
  </message>
  <message>
   <source>Gives its memory back; it wakes when asked</source>
   <translation>释放内存，提问时再唤醒</translation>
  </message>
  <message>
   <source>In the model’s own units; more needs more memory</source>
   <translation>以模型自己的单位计；越多越占内存</translation>
  </message>
  <message>
   <source>0 chooses by itself</source>
   <translation>0 表示自动选择</translation>
  </message>
  <message>
   <source>What you set right by hand helps with the next sentence like it</source>
   <translation>你手动改正的内容会用于之后类似的句子</translation>
  </message>
  <message>
   <source>Every connection to the network is refused</source>
   <translation>拒绝所有网络连接</translation>
  </message>
  <message>
   <source>Used only when you download a model</source>
   <translation>只在下载模型时使用</translation>
  </message>
  <message>
   <source>Your own words are never in it, except at “everything”</source>
   <translation>除“全部”以外，日志里不会有你写的内容</translation>
  </message>
  <message>
   <source>{percent} %</source>
   <translation>{percent}%</translation>
  </message>
  <message>
   <source>In Chinese only</source>
   <translation>仅在中文界面</translation>
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
   <source>None</source>
   <translation>无</translation>
  </message>
  <message>
   <source>As in your region</source>
   <translation>按地区</translation>
  </message>
  <message>
   <source>World time (UTC)</source>
   <translation>世界时 (UTC)</translation>
  </message>
  <message>
   <source>Monday</source>
   <translation>星期一</translation>
  </message>
  <message>
   <source>Sunday</source>
   <translation>星期日</translation>
  </message>
  <message>
   <source>Saturday</source>
   <translation>星期六</translation>
  </message>
  <message>
   <source>12 hours</source>
   <translation>12 小时制</translation>
  </message>
  <message>
   <source>24 hours</source>
   <translation>24 小时制</translation>
  </message>
  <message>
   <source>Day first</source>
   <translation>日在前</translation>
  </message>
  <message>
   <source>Month first</source>
   <translation>月在前</translation>
  </message>
  <message>
   <source>Soft chime</source>
   <translation>柔和铃声</translation>
  </message>
  <message>
   <source>Bells</source>
   <translation>钟声</translation>
  </message>
  <message>
   <source>Wood</source>
   <translation>木琴</translation>
  </message>
  <message>
   <source>No sound</source>
   <translation>无声</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>自动</translation>
  </message>
  <message>
   <source>On</source>
   <translation>开启</translation>
  </message>
  <message>
   <source>Off</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Number of layers</source>
   <translation>指定层数</translation>
  </message>
  <message>
   <source>English</source>
   <translation>英语</translation>
  </message>
  <message>
   <source>Chinese</source>
   <translation>中文</translation>
  </message>
  <message>
   <source>Where a speech model is here</source>
   <translation>本机有语音模型时</translation>
  </message>
  <message>
   <source>When I asked by voice</source>
   <translation>用语音提问时</translation>
  </message>
  <message>
   <source>Always</source>
   <translation>总是</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>一般</translation>
  </message>
  <message>
   <source>Warnings</source>
   <translation>警告</translation>
  </message>
  <message>
   <source>Errors only</source>
   <translation>仅错误</translation>
  </message>
  <message>
   <source>When it is due</source>
   <translation>截止时</translation>
  </message>
  <message>
   <source>%n minute(s) before</source>
   <translation>提前 %n 分钟</translation>
  </message>
  <message>
   <source> min</source>
   <translation> 分钟</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>从不</translation>
  </message>
  <message>
   <source>Calendar, tasks and reminders work without a model.</source>
   <translation>没有模型时，日历、任务和提醒照常可用。</translation>
  </message>
  <message>
   <source>One of these makes out what you say.</source>
   <translation>其中一个模型用来听懂你说的话。</translation>
  </message>
  <message>
   <source>More natural voices. Without them the system’s own voice speaks.</source>
   <translation>更自然的声音。没有它们时由系统自带的声音朗读。</translation>
  </message>
 </context>
 <context>
  <name>SettingsPage</name>
  <message>
   <source>Restore defaults</source>
   <translation>恢复默认设置</translation>
  </message>
  <message>
   <source>No setting matches “{words}”.</source>
   <translation>没有找到与“{words}”相符的设置。</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>选择…</translation>
  </message>
  <message>
   <source>Version {version} · Python {python} · Qt {qt}</source>
   <translation>版本 {version} · Python {python} · Qt {qt}</translation>
  </message>
  <message>
   <source>Apache License 2.0. Icons by Lucide (ISC)</source>
   <translation>Apache 许可证 2.0。图标来自 Lucide（ISC）</translation>
  </message>
  <message>
   <source>Assistant</source>
   <translation>助手</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>许可证</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>打开文件夹</translation>
  </message>
  <message>
   <source>Nothing leaves this computer unless you ask for it</source>
   <translation>除非你要求，任何内容都不会离开这台电脑</translation>
  </message>
  <message>
   <source>Where your data is kept</source>
   <translation>数据保存位置</translation>
  </message>
  <message>
   <source>Private</source>
   <translation>隐私</translation>
  </message>
 </context>
 <context>
  <name>SettingsSection</name>
  <message>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Search settings</source>
   <translation>搜索设置</translation>
  </message>
 </context>
 <context>
  <name>Snooze</name>
  <message>
   <source>Tomorrow</source>
   <translation>明天</translation>
  </message>
  <message>
   <source>This evening</source>
   <translation>今晚</translation>
  </message>
  <message>
   <source>Next Monday</source>
   <translation>下周一</translation>
  </message>
 </context>
 <context>
  <name>SoundTest</name>
  <message>
   <source>Play the sound</source>
   <translation>播放声音</translation>
  </message>
 </context>
 <context>
  <name>SourceList</name>
  <message>
   <source>What the answer was drawn from</source>
   <translation>回答的依据</translation>
  </message>
 </context>
 <context>
  <name>Sources</name>
  <message>
   <source>{where} · 1 item</source>
   <translation>{where} · 1 项</translation>
  </message>
  <message>
   <source>{where} · {count} items</source>
   <translation>{where} · {count} 项</translation>
  </message>
 </context>
 <context>
  <name>StatusBar</name>
  <message numerus="yes">
   <source>%n network connection(s) this session · Details</source>
   <translation>
    <numerusform>本次会话 %n 个网络连接 · 详情</numerusform>
   </translation>
  </message>
  <message>
   <source>0 network connections this session</source>
   <translation>本次会话 0 个网络连接</translation>
  </message>
  <message>
   <source>Listening</source>
   <translation>正在聆听</translation>
  </message>
  <message>
   <source>Pick one</source>
   <translation>选择一个</translation>
  </message>
  <message>
   <source>Fix</source>
   <translation>修复</translation>
  </message>
  <message>
   <source>Open the model settings</source>
   <translation>打开模型设置</translation>
  </message>
  <message>
   <source>No model</source>
   <translation>没有模型</translation>
  </message>
  <message>
   <source>Downloading model {percent} %</source>
   <translation>正在下载模型 {percent}%</translation>
  </message>
  <message>
   <source>Loading model… {percent} %</source>
   <translation>正在加载模型… {percent}%</translation>
  </message>
  <message>
   <source>Model ready · {name}</source>
   <translation>模型就绪 · {name}</translation>
  </message>
  <message>
   <source>Answering · {speed} tokens/s</source>
   <translation>正在回答 · {speed} 词元/秒</translation>
  </message>
  <message>
   <source>Thinking…</source>
   <translation>正在思考…</translation>
  </message>
  <message>
   <source>Model asleep, wakes when asked</source>
   <translation>模型已休眠，提问时唤醒</translation>
  </message>
  <message>
   <source>Model could not start</source>
   <translation>模型无法启动</translation>
  </message>
  <message>
   <source>Nothing has left this computer.</source>
   <translation>没有任何内容离开这台电脑。</translation>
  </message>
  <message>
   <source>Work offline</source>
   <translation>离线工作</translation>
  </message>
 </context>
 <context>
  <name>Staying</name>
  <message>
   <source>Assistant is running</source>
   <translation>助手正在运行</translation>
  </message>
  <message>
   <source>It watches your reminders. Start it once more, or click here, to see its window.</source>
   <translation>它会按时提醒你。再次启动或点按这里即可打开窗口。</translation>
  </message>
  <message>
   <source>Assistant keeps running for reminders. Quit from the tray icon.</source>
   <translation>助手会继续运行以便提醒你。可从托盘图标退出。</translation>
  </message>
  <message>
   <source>Assistant keeps running for reminders. Start it once more to see it; Ctrl+Q ends it.</source>
   <translation>助手会继续运行以便提醒你。再次启动可打开窗口，按 Ctrl+Q 退出。</translation>
  </message>
 </context>
 <context>
  <name>Steps</name>
  <message>
   <source>Step {number} of {count}: {name}</source>
   <translation>第 {number} 步，共 {count} 步：{name}</translation>
  </message>
 </context>
 <context>
  <name>SubscribeDialog</name>
  <message>
   <source>Subscribe to a calendar</source>
   <translation>订阅日历</translation>
  </message>
  <message>
   <source>It is shown, not changed here. An address is asked again as often as you choose.</source>
   <translation>订阅的日历只供查看，不能在这里修改。网址会按你选择的间隔重新读取。</translation>
  </message>
  <message>
   <source>File…</source>
   <translation>文件…</translation>
  </message>
  <message>
   <source>As the calendar calls itself</source>
   <translation>使用日历自己的名称</translation>
  </message>
  <message>
   <source>Address or file</source>
   <translation>网址或文件</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Read again</source>
   <translation>重新读取</translation>
  </message>
  <message>
   <source>Every quarter of an hour</source>
   <translation>每刻钟</translation>
  </message>
  <message>
   <source>Every hour</source>
   <translation>每小时</translation>
  </message>
  <message>
   <source>Every six hours</source>
   <translation>每六小时</translation>
  </message>
  <message>
   <source>Every day</source>
   <translation>每天</translation>
  </message>
  <message>
   <source>Every week</source>
   <translation>每周</translation>
  </message>
  <message>
   <source>Only when I ask</source>
   <translation>仅手动</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Subscribe</source>
   <translation>订阅</translation>
  </message>
  <message>
   <source>Choose a calendar file</source>
   <translation>选择日历文件</translation>
  </message>
  <message>
   <source>Calendar files (*.ics);;All files (*)</source>
   <translation>日历文件 (*.ics);;所有文件 (*)</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>正在读取…</translation>
  </message>
  <message numerus="yes">
   <source>Subscribed to {calendar}: %n event(s)</source>
   <translation>
    <numerusform>已订阅“{calendar}”：%n 个日程</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Subscriptions</name>
  <message>
   <source>Subscribe…</source>
   <translation>订阅…</translation>
  </message>
  <message>
   <source>Calendars that others keep: holidays, a club, a school. Read-only</source>
   <translation>别人维护的日历：节假日、社团、学校。只读</translation>
  </message>
  <message>
   <source>Subscribed calendars</source>
   <translation>订阅的日历</translation>
  </message>
  <message>
   <source>Read “{name}” again now</source>
   <translation>立即重新读取“{name}”</translation>
  </message>
  <message>
   <source>Leave “{name}”</source>
   <translation>取消订阅“{name}”</translation>
  </message>
  <message>
   <source>Not read yet</source>
   <translation>尚未读取</translation>
  </message>
  <message>
   <source>{when}: {failure}</source>
   <translation>{when}：{failure}</translation>
  </message>
  <message>
   <source>Up to date, read {when}</source>
   <translation>已是最新，读取于 {when}</translation>
  </message>
  <message>
   <source>Calendar removed</source>
   <translation>已移除日历</translation>
  </message>
 </context>
 <context>
  <name>SubtaskRow</name>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
 </context>
 <context>
  <name>Subtasks</name>
  <message>
   <source>Subtasks</source>
   <translation>子任务</translation>
  </message>
  <message>
   <source>Add subtask</source>
   <translation>添加子任务</translation>
  </message>
 </context>
 <context>
  <name>Talk</name>
  <message>
   <source>Continue</source>
   <translation>继续</translation>
  </message>
 </context>
 <context>
  <name>TaskActions</name>
  <message numerus="yes">
   <source>Completed %n task(s)</source>
   <translation>
    <numerusform>已完成 %n 项任务</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Completed “{title}” · %n subtask(s) still open</source>
   <translation>
    <numerusform>已完成“{title}” · 还有 %n 项子任务未完成</numerusform>
   </translation>
  </message>
  <message>
   <source>Completed “{title}”</source>
   <translation>已完成“{title}”</translation>
  </message>
  <message numerus="yes">
   <source>%n task(s) are open again</source>
   <translation>
    <numerusform>%n 项任务已恢复为未完成</numerusform>
   </translation>
  </message>
  <message>
   <source>“{title}” is open again</source>
   <translation>“{title}”已恢复为未完成</translation>
  </message>
  <message>
   <source>Skipped “{title}” · next: {day}</source>
   <translation>已跳过“{title}” · 下次：{day}</translation>
  </message>
  <message>
   <source>Moved “{title}” to {day}</source>
   <translation>已将“{title}”移到{day}</translation>
  </message>
  <message numerus="yes">
   <source>Moved %n task(s) to {day}</source>
   <translation>
    <numerusform>已将 %n 项任务移到{day}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Moved %n task(s)</source>
   <translation>
    <numerusform>已移动 %n 项任务</numerusform>
   </translation>
  </message>
  <message>
   <source>Moved “{title}”</source>
   <translation>已移动“{title}”</translation>
  </message>
  <message numerus="yes">
   <source>Planned %n task(s) from {when}</source>
   <translation>
    <numerusform>已安排 %n 项任务，从{when}开始</numerusform>
   </translation>
  </message>
  <message>
   <source>Planned “{title}”: {when}</source>
   <translation>已安排“{title}”：{when}</translation>
  </message>
  <message numerus="yes">
   <source>Deleted %n task(s)</source>
   <translation>
    <numerusform>已删除 %n 项任务</numerusform>
   </translation>
  </message>
  <message>
   <source>Deleted “{title}”</source>
   <translation>已删除“{title}”</translation>
  </message>
  <message>
   <source>Added “{title}”</source>
   <translation>已添加“{title}”</translation>
  </message>
 </context>
 <context>
  <name>TaskDetail</name>
  <message>
   <source>Delete the task</source>
   <translation>删除任务</translation>
  </message>
  <message>
   <source>Close the details (Esc)</source>
   <translation>关闭详情（Esc）</translation>
  </message>
  <message>
   <source>Close the details</source>
   <translation>关闭详情</translation>
  </message>
  <message>
   <source>Title of the task</source>
   <translation>任务标题</translation>
  </message>
  <message>
   <source>Added: {added} · Edited: {edited}</source>
   <translation>添加：{added} · 修改：{edited}</translation>
  </message>
 </context>
 <context>
  <name>TaskMenus</name>
  <message>
   <source>Edit title</source>
   <translation>修改标题</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>详情</translation>
  </message>
  <message>
   <source>Take up again</source>
   <translation>重新开始做</translation>
  </message>
  <message>
   <source>Put aside for some day</source>
   <translation>放到将来某天</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Mark as not done</source>
   <translation>标为未完成</translation>
  </message>
  <message>
   <source>Complete</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Plan a time…</source>
   <translation>安排时间…</translation>
  </message>
  <message>
   <source>Skip this time</source>
   <translation>跳过这一次</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>时间安排</translation>
  </message>
  <message>
   <source>Show in the calendar</source>
   <translation>在日历中查看</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>标签</translation>
  </message>
  <message>
   <source>New tag…</source>
   <translation>新标签…</translation>
  </message>
  <message>
   <source>New tag</source>
   <translation>新标签</translation>
  </message>
  <message>
   <source>Estimate</source>
   <translation>预计用时</translation>
  </message>
  <message>
   <source>Other…</source>
   <translation>其他…</translation>
  </message>
  <message>
   <source>No estimate</source>
   <translation>不预计</translation>
  </message>
  <message>
   <source>How long, for example 1 h 30</source>
   <translation>多长时间，例如 1 小时 30 分钟</translation>
  </message>
 </context>
 <context>
  <name>TaskSidebar</name>
  <message>
   <source>Tasks</source>
   <translation>任务</translation>
  </message>
  <message>
   <source>Lists</source>
   <translation>清单</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>标签</translation>
  </message>
  <message>
   <source>New list</source>
   <translation>新建清单</translation>
  </message>
  <message>
   <source>Name of the list</source>
   <translation>清单名称</translation>
  </message>
  <message>
   <source>Name of the new list</source>
   <translation>新清单的名称</translation>
  </message>
 </context>
 <context>
  <name>Tasks</name>
  <message>
   <source>Due</source>
   <translation>截止</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>Tomorrow</source>
   <translation>明天</translation>
  </message>
  <message>
   <source>Saturday</source>
   <translation>周六</translation>
  </message>
  <message>
   <source>Next Monday</source>
   <translation>下周一</translation>
  </message>
  <message>
   <source>{name}, {day}</source>
   <translation>{name}，{day}</translation>
  </message>
  <message>
   <source>Pick a date…</source>
   <translation>选择日期…</translation>
  </message>
  <message>
   <source>No date</source>
   <translation>无日期</translation>
  </message>
  <message>
   <source>Priority</source>
   <translation>优先级</translation>
  </message>
  <message>
   <source>List</source>
   <translation>清单</translation>
  </message>
  <message>
   <source>Repeat</source>
   <translation>重复</translation>
  </message>
  <message>
   <source>Count from completion</source>
   <translation>从完成之日算起</translation>
  </message>
  <message>
   <source>Does not repeat</source>
   <translation>不重复</translation>
  </message>
  <message>
   <source>Reminder</source>
   <translation>提醒</translation>
  </message>
  <message>
   <source>Pick a time…</source>
   <translation>选择时间…</translation>
  </message>
  <message>
   <source>No reminder</source>
   <translation>无提醒</translation>
  </message>
  <message>
   <source>Overdue</source>
   <translation>已过期</translation>
  </message>
  <message>
   <source>Later this week</source>
   <translation>本周稍后</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>以后</translation>
  </message>
  <message>
   <source>Done today</source>
   <translation>今天已完成</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>已完成</translation>
  </message>
  <message>
   <source>Upcoming</source>
   <translation>即将到来</translation>
  </message>
  <message>
   <source>Under way</source>
   <translation>进行中</translation>
  </message>
  <message>
   <source>Someday</source>
   <translation>将来</translation>
  </message>
  <message>
   <source>Reminders</source>
   <translation>提醒</translation>
  </message>
  <message>
   <source>Usual order</source>
   <translation>默认顺序</translation>
  </message>
  <message>
   <source>Due date</source>
   <translation>截止日期</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>Newest first</source>
   <translation>最新添加在前</translation>
  </message>
  <message>
   <source>Shortest first</source>
   <translation>用时最短在前</translation>
  </message>
  <message>
   <source>Sorted: {name}</source>
   <translation>排序：{name}</translation>
  </message>
  <message>
   <source>Sort and filter</source>
   <translation>排序和筛选</translation>
  </message>
  <message>
   <source>{name} and higher</source>
   <translation>{name}及以上</translation>
  </message>
  <message>
   <source>Every priority</source>
   <translation>所有优先级</translation>
  </message>
  <message>
   <source>Show what begins later</source>
   <translation>显示尚未开始的</translation>
  </message>
  <message>
   <source>Show what is done</source>
   <translation>显示已完成的</translation>
  </message>
  <message>
   <source>Show everything as usual</source>
   <translation>恢复默认显示</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>标签</translation>
  </message>
  <message>
   <source>without what begins later</source>
   <translation>不含尚未开始的</translation>
  </message>
  <message>
   <source>without done ones</source>
   <translation>不含已完成的</translation>
  </message>
  <message>
   <source>{repeat}, after completion</source>
   <translation>{repeat}（从完成之日算起）</translation>
  </message>
  <message>
   <source>from {day}</source>
   <translation>{day}起</translation>
  </message>
  <message>
   <source>{title}: {count}</source>
   <translation>{title}：{count}</translation>
  </message>
  <message>
   <source>New task</source>
   <translation>新任务</translation>
  </message>
  <message>
   <source>{day}, {time}</source>
   <translation>{day} {time}</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done}/{total}</translation>
  </message>
  <message>
   <source>Inbox</source>
   <translation>收件箱</translation>
  </message>
  <message>
   <source>High</source>
   <translation>高</translation>
  </message>
  <message>
   <source>Medium</source>
   <translation>中</translation>
  </message>
  <message>
   <source>Low</source>
   <translation>低</translation>
  </message>
  <message>
   <source>None</source>
   <translation>无</translation>
  </message>
  <message>
   <source>Blue</source>
   <translation>蓝色</translation>
  </message>
  <message>
   <source>Violet</source>
   <translation>紫色</translation>
  </message>
  <message>
   <source>Amber</source>
   <translation>琥珀色</translation>
  </message>
  <message>
   <source>Rose</source>
   <translation>玫红色</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>绿色</translation>
  </message>
  <message>
   <source>Slate</source>
   <translation>灰色</translation>
  </message>
  <message>
   <source>due {when}</source>
   <translation>截止 {when}</translation>
  </message>
  <message>
   <source>takes {length}</source>
   <translation>预计用时 {length}</translation>
  </message>
  <message>
   <source>{done} of {total} subtasks done</source>
   <translation>已完成 {done}/{total} 项子任务</translation>
  </message>
  <message>
   <source>priority {name}</source>
   <translation>优先级{name}</translation>
  </message>
  <message>
   <source>list {name}</source>
   <translation>清单 {name}</translation>
  </message>
  <message>
   <source>done</source>
   <translation>已完成</translation>
  </message>
  <message>
   <source>, </source>
   <translation>，</translation>
  </message>
  <message>
   <source>Edit the title: {title}</source>
   <translation>修改标题：{title}</translation>
  </message>
  <message>
   <source>Nothing here passes the filter.</source>
   <translation>没有符合筛选条件的任务。</translation>
  </message>
  <message>
   <source>All done for today.</source>
   <translation>今天的任务都完成了。</translation>
  </message>
  <message>
   <source>No tasks here yet. Type below to add one.</source>
   <translation>还没有任务，在下方输入即可添加。</translation>
  </message>
  <message>
   <source>Nothing is due in the coming days.</source>
   <translation>接下来几天没有到期的任务。</translation>
  </message>
  <message>
   <source>Nothing is overdue.</source>
   <translation>没有过期的任务。</translation>
  </message>
  <message>
   <source>Nothing is put aside. Type below what can wait.</source>
   <translation>没有搁置的任务，可以等的事在下方输入即可。</translation>
  </message>
  <message>
   <source>Nothing is done yet.</source>
   <translation>还没有完成的任务。</translation>
  </message>
 </context>
 <context>
  <name>TasksPane</name>
  <message>
   <source>Tasks</source>
   <translation>任务</translation>
  </message>
  <message>
   <source>New task</source>
   <translation>新任务</translation>
  </message>
  <message>
   <source>More about tasks</source>
   <translation>更多任务操作</translation>
  </message>
  <message>
   <source>New task (N)</source>
   <translation>新任务（N）</translation>
  </message>
  <message>
   <source>All done for today.</source>
   <translation>今天的任务都完成了。</translation>
  </message>
  <message>
   <source>Move overdue to today</source>
   <translation>将过期任务移到今天</translation>
  </message>
  <message>
   <source>Open all tasks</source>
   <translation>打开全部任务</translation>
  </message>
 </context>
 <context>
  <name>Telling</name>
  <message>
   <source>Something went wrong inside the program. Your data is safe; the log has the details.</source>
   <translation>程序内部出错。你的数据是安全的，详情见日志。</translation>
  </message>
 </context>
 <context>
  <name>TimerCard</name>
  <message>
   <source>Timer</source>
   <translation>计时器</translation>
  </message>
  <message>
   <source>{name} · paused</source>
   <translation>{name} · 已暂停</translation>
  </message>
  <message>
   <source>Go on: {name}</source>
   <translation>继续：{name}</translation>
  </message>
  <message>
   <source>Pause: {name}</source>
   <translation>暂停：{name}</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>暂停</translation>
  </message>
  <message>
   <source>+1 min</source>
   <translation>+1 分钟</translation>
  </message>
  <message>
   <source>One minute more: {name}</source>
   <translation>加一分钟：{name}</translation>
  </message>
  <message>
   <source>One minute more</source>
   <translation>加一分钟</translation>
  </message>
  <message>
   <source>Cancel the timer: {name}</source>
   <translation>取消计时器：{name}</translation>
  </message>
  <message>
   <source>Cancel the timer</source>
   <translation>取消计时器</translation>
  </message>
  <message>
   <source>Timer {name}, {left} left</source>
   <translation>计时器{name}，还剩{left}</translation>
  </message>
 </context>
 <context>
  <name>TimerStrip</name>
  <message numerus="yes">
   <source>%n more</source>
   <translation>
    <numerusform>另有 %n 个</numerusform>
   </translation>
  </message>
  <message>
   <source>Timer cancelled: {name}</source>
   <translation>已取消计时器：{name}</translation>
  </message>
  <message>
   <source>Go on: {name} · {left}</source>
   <translation>继续：{name} · {left}</translation>
  </message>
  <message>
   <source>Pause: {name} · {left}</source>
   <translation>暂停：{name} · {left}</translation>
  </message>
 </context>
 <context>
  <name>Toast</name>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Undo: {what}</source>
   <translation>撤销：{what}</translation>
  </message>
 </context>
 <context>
  <name>Tray</name>
  <message>
   <source>Open Assistant</source>
   <translation>打开助手</translation>
  </message>
  <message>
   <source>Talk</source>
   <translation>说话</translation>
  </message>
  <message>
   <source>Unload model</source>
   <translation>卸载模型</translation>
  </message>
  <message>
   <source>Load model</source>
   <translation>加载模型</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>退出</translation>
  </message>
  <message>
   <source>No reminders ahead</source>
   <translation>没有待办提醒</translation>
  </message>
  <message>
   <source>Listening</source>
   <translation>正在聆听</translation>
  </message>
  <message>
   <source>Assistant</source>
   <translation>助手</translation>
  </message>
 </context>
 <context>
  <name>Turns</name>
  <message>
   <source>Stopping…</source>
   <translation>正在停止…</translation>
  </message>
  <message>
   <source>The model is getting ready. Will answer then.</source>
   <translation>模型正在准备，就绪后回答。</translation>
  </message>
  <message>
   <source>Thinking…</source>
   <translation>正在思考…</translation>
  </message>
 </context>
 <context>
  <name>Undoing</name>
  <message>
   <source>Changed again after this.</source>
   <translation>之后又有更改。</translation>
  </message>
  <message>
   <source>Being undone: {what}…</source>
   <translation>正在撤销：{what}……</translation>
  </message>
  <message>
   <source>Being done again: {what}…</source>
   <translation>正在重做：{what}……</translation>
  </message>
  <message>
   <source>Undone: {what}</source>
   <translation>已撤销：{what}</translation>
  </message>
  <message>
   <source>Done again: {what}</source>
   <translation>已重做：{what}</translation>
  </message>
 </context>
 <context>
  <name>Voice</name>
  <message>
   <source>I did not hear anything. Try again, or type.</source>
   <translation>没有听到声音。请再试一次，或直接打字。</translation>
  </message>
  <message>
   <source>I could not make out any words. Try again, or type.</source>
   <translation>没有听清。请再试一次，或直接打字。</translation>
  </message>
  <message>
   <source>Your microphone is very quiet.</source>
   <translation>麦克风的声音很小。</translation>
  </message>
  <message>
   <source>This computer has no voice for this language.</source>
   <translation>本机没有这种语言的声音。</translation>
  </message>
  <message>
   <source>No microphone was found. You can keep typing.</source>
   <translation>没有找到麦克风，你仍可以打字。</translation>
  </message>
  <message>
   <source>The microphone is held by another program, or access to it is off.</source>
   <translation>麦克风正被其他程序占用，或没有使用权限。</translation>
  </message>
  <message>
   <source>The microphone gives no sound: it is muted, or access to it is off.</source>
   <translation>麦克风没有声音：可能已静音，或没有使用权限。</translation>
  </message>
  <message>
   <source>The microphone went away. You can keep typing.</source>
   <translation>麦克风已断开，你仍可以打字。</translation>
  </message>
  <message>
   <source>No loudspeaker was found. The answer is in the chat.</source>
   <translation>没有找到扬声器，回答在对话中。</translation>
  </message>
  <message>
   <source>The loudspeaker could not be opened. The answer is in the chat.</source>
   <translation>无法打开扬声器，回答在对话中。</translation>
  </message>
  <message>
   <source>The loudspeaker went away. The answer is in the chat.</source>
   <translation>扬声器已断开，回答在对话中。</translation>
  </message>
  <message>
   <source>Sound needs the system's PortAudio library, which is not installed.</source>
   <translation>声音功能需要系统的 PortAudio 库，目前没有安装。</translation>
  </message>
  <message>
   <source>Listening needs a speech model, which is not on this computer yet.</source>
   <translation>聆听需要语音模型，本机还没有。</translation>
  </message>
  <message>
   <source>The speech model is damaged. Download it again.</source>
   <translation>语音模型已损坏，请重新下载。</translation>
  </message>
  <message>
   <source>There is not enough free memory for the speech model.</source>
   <translation>可用内存不足，无法加载语音模型。</translation>
  </message>
  <message>
   <source>The wake word needs a part that is not installed: local-assistant[wake]</source>
   <translation>唤醒词需要一个尚未安装的组件：local-assistant[wake]</translation>
  </message>
  <message>
   <source>The recording had to stop: the disk is full or cannot be written.</source>
   <translation>录音只能停下：磁盘已满或无法写入。</translation>
  </message>
  <message>
   <source>There are no words in this memo.</source>
   <translation>这条备忘里没有听到话。</translation>
  </message>
  <message>
   <source>Speech stopped unexpectedly. Nothing else is lost.</source>
   <translation>语音意外停止，其他内容没有丢失。</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>再试一次</translation>
  </message>
  <message>
   <source>Choose another</source>
   <translation>选择其他设备</translation>
  </message>
  <message>
   <source>Choose a voice</source>
   <translation>选择声音</translation>
  </message>
  <message>
   <source>Get the model</source>
   <translation>获取模型</translation>
  </message>
  <message>
   <source>Choose a smaller one</source>
   <translation>选择较小的模型</translation>
  </message>
  <message>
   <source>English</source>
   <translation>英语</translation>
  </message>
  <message>
   <source>Chinese</source>
   <translation>中文</translation>
  </message>
  <message>
   <source>Any language</source>
   <translation>任何语言</translation>
  </message>
  <message>
   <source>Adding…</source>
   <translation>正在添加…</translation>
  </message>
  <message>
   <source>Recording a memo · stays on this computer</source>
   <translation>正在录备忘 · 不离开本机</translation>
  </message>
  <message>
   <source>Writing the memo down… It is kept until then.</source>
   <translation>正在把备忘转成文字……转好之前录音会保留。</translation>
  </message>
  <message>
   <source>Stopped speaking when you started talking</source>
   <translation>你一开口，朗读就停下了</translation>
  </message>
  <message>
   <source>Opening the microphone…</source>
   <translation>正在打开麦克风…</translation>
  </message>
  <message>
   <source>Speaking · talk to interrupt</source>
   <translation>正在朗读 · 说话即可打断</translation>
  </message>
  <message>
   <source>Stopped listening after two minutes</source>
   <translation>听满两分钟，已停止</translation>
  </message>
  <message>
   <source>Listening · stays on this computer</source>
   <translation>正在聆听 · 不离开本机</translation>
  </message>
  <message>
   <source>Making out the words…</source>
   <translation>正在识别…</translation>
  </message>
  <message>
   <source>Thinking…</source>
   <translation>正在思考…</translation>
  </message>
  <message>
   <source>Speaking</source>
   <translation>正在朗读</translation>
  </message>
 </context>
 <context>
  <name>VoiceLine</name>
  <message>
   <source>Say “done” or “ten more minutes”</source>
   <translation>可以说“完成”或“再过十分钟”</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
  <message>
   <source>Undo: {text}</source>
   <translation>撤销：{text}</translation>
  </message>
 </context>
 <context>
  <name>VoicePage</name>
  <message>
   <source>Microphone and voice</source>
   <translation>麦克风与语音</translation>
  </message>
  <message>
   <source>Speak instead of typing, and be answered aloud. What you say is made out on this computer and is not kept. Press the microphone beside the input bar to begin.</source>
   <translation>用说的代替打字，并听到语音回答。你说的话只在这台电脑上识别，不会保存。按输入栏旁边的麦克风即可开始。</translation>
  </message>
  <message>
   <source>Listening</source>
   <translation>聆听</translation>
  </message>
  <message>
   <source>Speaking</source>
   <translation>朗读</translation>
  </message>
 </context>
 <context>
  <name>VoicePanel</name>
  <message>
   <source>Language that is listened for</source>
   <translation>聆听的语言</translation>
  </message>
  <message>
   <source>Change the language that is listened for</source>
   <translation>更改聆听的语言</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Add now</source>
   <translation>立即添加</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>空格键</translation>
  </message>
  <message>
   <source>Heard until then: {text}</source>
   <translation>在此之前听到：{text}</translation>
  </message>
  <message>
   <source>The recording is kept: Settings &gt; Voice</source>
   <translation>录音已保留：设置 &gt; 语音</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
 </context>
 <context>
  <name>VoiceTest</name>
  <message>
   <source>Hear this voice</source>
   <translation>试听这个声音</translation>
  </message>
 </context>
 <context>
  <name>Welcome</name>
  <message>
   <source>Language &amp; region</source>
   <translation>语言与地区</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Microphone &amp; voice</source>
   <translation>麦克风与语音</translation>
  </message>
  <message>
   <source>Skip for now</source>
   <translation>暂时跳过</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>上一步</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>开始使用</translation>
  </message>
  <message>
   <source>A download goes on in the background and is taken up again after a restart.</source>
   <translation>下载会在后台继续，重启后接着下载。</translation>
  </message>
  <message>
   <source>All of this can be changed later in the settings.</source>
   <translation>这些以后都可以在设置中更改。</translation>
  </message>
 </context>
 <context>
  <name>WhenEditor</name>
  <message>
   <source>Start time</source>
   <translation>开始时间</translation>
  </message>
  <message>
   <source>End time</source>
   <translation>结束时间</translation>
  </message>
  <message>
   <source>All day</source>
   <translation>全天</translation>
  </message>
  <message>
   <source>No time, only the day</source>
   <translation>只有日期，没有时间</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>开始</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>End</source>
   <translation>结束</translation>
  </message>
 </context>
 <context>
  <name>WhenFields</name>
  <message>
   <source>All day</source>
   <translation>全天</translation>
  </message>
  <message>
   <source>Starts</source>
   <translation>开始</translation>
  </message>
  <message>
   <source>Ends</source>
   <translation>结束</translation>
  </message>
  <message>
   <source>Start date: {value}</source>
   <translation>开始日期：{value}</translation>
  </message>
  <message>
   <source>Start time</source>
   <translation>开始时间</translation>
  </message>
  <message>
   <source>End date: {value}</source>
   <translation>结束日期：{value}</translation>
  </message>
  <message>
   <source>End time</source>
   <translation>结束时间</translation>
  </message>
  <message>
   <source>The end is before the start.</source>
   <translation>结束早于开始。</translation>
  </message>
  <message>
   <source>This is not a time of day. Try 16:30.</source>
   <translation>这不是有效的时间，例如 16:30。</translation>
  </message>
 </context>
 <context>
  <name>YearMonth</name>
  <message>
   <source>{day}, {items}</source>
   <translation>{day}，{items}</translation>
  </message>
 </context>
 <context>
  <name>_Row</name>
  <message>
   <source>Include: {title}</source>
   <translation>包括：{title}</translation>
  </message>
 </context>
 <context>
  <name>_Session</name>
  <message>
   <source>Quit Assistant?</source>
   <translation>退出助手？</translation>
  </message>
  <message numerus="yes">
   <source>%n reminder(s) due in the next 24 hours will not appear while Assistant is closed.</source>
   <translation>
    <numerusform>助手关闭期间，接下来 24 小时内到期的 %n 个提醒不会出现。</numerusform>
   </translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>退出</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
 </context>
 <context>
  <name>_Value</name>
  <message>
   <source>New: {value}</source>
   <translation>新：{value}</translation>
  </message>
  <message>
   <source>Old: {value}</source>
   <translation>旧：{value}</translation>
  </message>
 </context>
</TS>