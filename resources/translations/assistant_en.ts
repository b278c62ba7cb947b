<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>Answers</name>
  <message numerus="yes">
   <source>Completed %n task(s)</source>
   <translation>
    <numerusform>Completed %n task</numerusform>
    <numerusform>Completed %n tasks</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>BulkBar</name>
  <message numerus="yes">
   <source>%n task(s) chosen</source>
   <translation>
    <numerusform>%n task chosen</numerusform>
    <numerusform>%n tasks chosen</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DigestCard</name>
  <message numerus="yes">
   <source>%n more in the list</source>
   <translation>
    <numerusform>%n more in the list</numerusform>
    <numerusform>%n more in the list</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n reminder(s) were missed</source>
   <translation>
    <numerusform>%n reminder was missed</numerusform>
    <numerusform>%n reminders were missed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n reminder(s)</source>
   <translation>
    <numerusform>%n reminder</numerusform>
    <numerusform>%n reminders</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DonePanel</name>
  <message numerus="yes">
   <source>%n task(s) done this week</source>
   <translation>
    <numerusform>%n task done this week</numerusform>
    <numerusform>%n tasks done this week</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DragView</name>
  <message numerus="yes">
   <source>%n task(s)</source>
   <translation>
    <numerusform>%n task</numerusform>
    <numerusform>%n tasks</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ExampleList</name>
  <message numerus="yes">
   <source>%n example(s) on this computer, newest first</source>
   <translation>
    <numerusform>%n example on this computer, newest first</numerusform>
    <numerusform>%n examples on this computer, newest first</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FieldActions</name>
  <message numerus="yes">
   <source>Changed %n task(s)</source>
   <translation>
    <numerusform>Changed %n task</numerusform>
    <numerusform>Changed %n tasks</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FileActions</name>
  <message numerus="yes">
   <source>%n event(s)</source>
   <translation>
    <numerusform>%n event</numerusform>
    <numerusform>%n events</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n task(s)</source>
   <translation>
    <numerusform>%n task</numerusform>
    <numerusform>%n tasks</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ImportDialog</name>
  <message numerus="yes">
   <source>Import %n file(s)</source>
   <translation>
    <numerusform>Import %n file</numerusform>
    <numerusform>Import %n files</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n entry(s) read</source>
   <translation>
    <numerusform>%n entry read</numerusform>
    <numerusform>%n entries read</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Notifying</name>
  <message numerus="yes">
   <source>%n reminder(s)</source>
   <translation>
    <numerusform>%n reminder</numerusform>
    <numerusform>%n reminders</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>OverviewActions</name>
  <message numerus="yes">
   <source>%n reminder(s) done</source>
   <translation>
    <numerusform>%n reminder done</numerusform>
    <numerusform>%n reminders done</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Completed %n task(s)</source>
   <translation>
    <numerusform>Completed %n task</numerusform>
    <numerusform>Completed %n tasks</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Deleted %n reminder(s)</source>
   <translation>
    <numerusform>Deleted %n reminder</numerusform>
    <numerusform>Deleted %n reminders</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ReminderPopups</name>
  <message numerus="yes">
   <source>%n more reminder(s)</source>
   <translation>
    <numerusform>%n more reminder</numerusform>
    <numerusform>%n more reminders</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>StatusBar</name>
  <message numerus="yes">
   <source>%n network connection(s) this session · Details</source>
   <translation>
    <numerusform>%n network connection this session · Details</numerusform>
    <numerusform>%n network connections this session · Details</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SubscribeDialog</name>
  <message numerus="yes">
   <source>Subscribed to {calendar}: %n event(s)</source>
   <translation>
    <numerusform>Subscribed to {calendar}: %n event</numerusform>
    <numerusform>Subscribed to {calendar}: %n events</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TaskActions</name>
  <message numerus="yes">
   <source>Completed %n task(s)</source>
   <translation>
    <numerusform>Completed %n task</numerusform>
    <numerusform>Completed %n tasks</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Completed “{title}” · %n subtask(s) still open</source>
   <translation>
    <numerusform>Completed “{title}” · %n subtask still open</numerusform>
    <numerusform>Completed “{title}” · %n subtasks still open</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n task(s) are open again</source>
   <translation>
    <numerusform>%n task is open again</numerusform>
    <numerusform>%n tasks are open again</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Moved %n task(s) to {day}</source>
   <translation>
    <numerusform>Moved %n task to {day}</numerusform>
    <numerusform>Moved %n tasks to {day}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Moved %n task(s)</source>
   <translation>
    <numerusform>Moved %n task</numerusform>
    <numerusform>Moved %n tasks</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Planned %n task(s) from {when}</source>
   <translation>
    <numerusform>Planned %n task from {when}</numerusform>
    <numerusform>Planned %n tasks from {when}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Deleted %n task(s)</source>
   <translation>
    <numerusform>Deleted %n task</numerusform>
    <numerusform>Deleted %n tasks</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TimerStrip</name>
  <message numerus="yes">
   <source>%n more</source>
   <translation>
    <numerusform>%n more</numerusform>
    <numerusform>%n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>_Session</name>
  <message numerus="yes">
   <source>%n reminder(s) due in the next 24 hours will not appear while Assistant is closed.</source>
   <translation>
    <numerusform>%n reminder due in the next 24 hours will not appear while Assistant is closed.</numerusform>
    <numerusform>%n reminders due in the next 24 hours will not appear while Assistant is closed.</numerusform>
   </translation>
  </message>
 </context>
</TS>