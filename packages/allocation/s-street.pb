META
key;value
description;S Street, what the neighbours' fund pays for
country;China
unit;S Street
instance;2026
num_projects;5
num_votes;10
budget;100000
vote_type;approval
rule;equalshares/add1
currency;CNY
PROJECTS
project_id;cost;votes;name
bench;24000;6;Benches under the plane trees
lamp;30000;6;Lamps in Lane 3
stage;36000;6;A stage for the opera club
kitchen;12000;5;A shared kitchen
room;28000;4;A room for homework after school
VOTES
voter_id;vote;origin
1;bench,lamp,stage;local
2;bench,lamp,stage;local
3;bench,lamp,stage;local
4;bench,lamp,stage;local
5;bench,lamp,stage;local
6;bench,lamp,kitchen;local
7;room,kitchen;newcomer
8;room,kitchen;newcomer
9;room,kitchen;newcomer
10;room,kitchen,stage;newcomer
