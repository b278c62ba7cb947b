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
  <name>FieldActions</name>
  <message numerus="yes">
   <source>Changed %n task(s)</source>
   <translation type="unfinished">
    <numerusform>Changed %n task</numerusform>
    <numerusform>Changed %n tasks</numerusform>
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
  <name>ReminderActions</name>
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
   <translation type="unfinished">
    <numerusform />
    <numerusform />
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
   <translation type="unfinished">
    <numerusform />
    <numerusform />
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