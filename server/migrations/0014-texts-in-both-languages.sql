-- Who answers for the data, how to reach them and when the windows are open are said in both languages (M1); so far they were in Chinese alone.
update street_setting
set value = value
  || jsonb_build_object('controllerName', jsonb_build_object('zh-CN', value -> 'controllerName'))
  || jsonb_build_object('controllerContact', jsonb_build_object('zh-CN', value -> 'controllerContact'))
  || jsonb_build_object('clerkHours', jsonb_build_object('zh-CN', value -> 'clerkHours'))
where key = 'texts' and jsonb_typeof(value -> 'controllerName') = 'string';
