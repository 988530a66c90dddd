ALTER TABLE people MODIFY town varchar(40) NOT NULL DEFAULT 'Durban' COMMENT 'The town';
-- told: people.town: is varchar(40), should be varchar(60)

ALTER TABLE people MODIFY town varchar(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NOT NULL DEFAULT 'Durban' COMMENT 'The town';
-- told: people.town: is varchar(60) COLLATE utf8mb4_general_ci, should be varchar(60)

ALTER TABLE people MODIFY town varchar(60) DEFAULT 'Durban' COMMENT 'The town';
-- told: people.town: is nullable, should be NOT NULL

ALTER TABLE people ALTER COLUMN age SET DEFAULT 21;
-- told: people.age: the default is 21, should be 18

ALTER TABLE people ALTER COLUMN age DROP DEFAULT;
-- told: people.age: the default is missing, should be 18

ALTER TABLE people ALTER COLUMN mail SET DEFAULT 'none';
-- told: people.mail: the default is 'none', should not be there

ALTER TABLE people MODIFY id bigint NOT NULL COMMENT 'The key';
-- told: people.id: is not numbered, should be numbered

DROP INDEX ix_people_town ON people;
-- told: people, index `ix_people_town`: is missing, should be over town desc, age desc

CREATE INDEX ix_people_town ON people (town(10), age DESC);
-- told: people, index `ix_people_town`: is over town to 10, age desc, should be over town desc, age desc

CREATE UNIQUE INDEX ix_more ON people (mail, age);
-- told: people, index `ix_more`: is unique over mail, age, should not be there

ALTER TABLE people DROP CONSTRAINT ck_people_age;
-- told: people, check `ck_people_age`: is missing, should be `age` >= 0 and `age` < 200

ALTER TABLE people ADD CONSTRAINT ck_people_age CHECK (age >= 0);
-- told: people, check `ck_people_age`: is `age` >= 0, should be `age` >= 0 and `age` < 200

ALTER TABLE people ADD CONSTRAINT ck_more CHECK (town <> '');
-- told: people, check `ck_more`: is `town` <> '', should not be there

ALTER TABLE people DROP FOREIGN KEY fk_people_place_id;
-- told: people, foreign key `fk_people_place_id`: is missing, should be place_id to places (id), on delete CASCADE, on update NO ACTION

ALTER TABLE people ADD CONSTRAINT fk_people_place_id FOREIGN KEY (place_id) REFERENCES places (id) ON DELETE SET NULL;
-- told: people, foreign key `fk_people_place_id`: is place_id to places (id), on delete SET NULL, on update NO ACTION, should be place_id to places (id), on delete CASCADE, on update NO ACTION

ALTER TABLE people ADD CONSTRAINT fk_more FOREIGN KEY (id) REFERENCES places (id);
-- told: people, foreign key `fk_more`: is id to places (id), on delete NO ACTION, on update NO ACTION, should not be there

DROP INDEX uq_people_mail ON people;
-- told: people, index `uq_people_mail`: is missing, should be unique over mail

ALTER TABLE people COMMENT = 'Nobody';
-- told: people: the comment is `Nobody`, should be `Somebody with something of every kind.`

ALTER TABLE people MODIFY age int NOT NULL;
-- told: people.age: the comment is missing, should be `In years`

ALTER TABLE people DROP COLUMN decades;
ALTER TABLE people ADD COLUMN decades int GENERATED ALWAYS AS (age * 12) STORED;
-- told: people.decades: is stored, should be computed on each read
-- told: people.decades: the comment is missing, should be `Ten times the age`
-- told: people.decades: the computation is `age` * 12, should be `age` * 10

ALTER TABLE people ADD COLUMN hue longtext;
-- told: people.hue: is longtext, should not be there

DROP INDEX ix_more ON people;
ALTER TABLE people DROP COLUMN mail;
-- told: people.mail: is missing, should be varchar(40)

ALTER TABLE people DROP FOREIGN KEY fk_more;
ALTER TABLE people DROP PRIMARY KEY;
-- told: people, the primary key: is missing, should be over id

CREATE TABLE strangers (id bigint);

CREATE VIEW views AS SELECT id FROM places;

RENAME TABLE places TO elsewhere;
-- told: people, foreign key `fk_people_place_id`: is place_id to elsewhere (id), on delete SET NULL, on update NO ACTION, should be place_id to places (id), on delete CASCADE, on update NO ACTION
-- told: places: is missing
