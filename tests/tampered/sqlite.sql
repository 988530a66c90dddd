DROP INDEX ix_people_town;
-- told: people, index `ix_people_town`: is missing, should be over town desc, age desc

CREATE INDEX ix_people_town ON people (town, age DESC);
-- told: people, index `ix_people_town`: is over town, age desc, should be over town desc, age desc

CREATE UNIQUE INDEX ix_more ON people (lower(mail)) WHERE age > 5;
-- told: people, index `ix_more`: is unique over (lower(mail)), where age > 5, should not be there

ALTER TABLE people ADD COLUMN hue TEXT NOT NULL DEFAULT '' CONSTRAINT ck_hue CHECK (hue <> 'red');
-- told: people, check `ck_hue`: is hue <> 'red', should not be there
-- told: people.hue: is TEXT, should not be there

ALTER TABLE people DROP COLUMN decades;
-- told: people, check `ck_people_decades`: is missing, should be "decades" BETWEEN -2147483648 AND 2147483647
-- told: people.decades: is missing, should be INTEGER

CREATE TABLE strangers (id);

CREATE VIEW views AS SELECT id FROM places;

DROP TABLE people;
CREATE TABLE people (id INTEGER PRIMARY KEY, "town" text DEFAULT 'Cape Town' NOT NULL, age INTEGER, mail TEXT NOT NULL UNIQUE, -- a remark, with a comma
   [place_id] INTEGER CONSTRAINT fk_people_place_id REFERENCES places ON DELETE SET NULL DEFAULT (1 + 2), decades INTEGER AS (age * 12) STORED, CHECK (age > 1), CONSTRAINT ck_people_age CHECK (age >= 0));
-- told: people, check ``: is age > 1, should not be there
-- told: people, check `ck_people_age`: is age >= 0, should be "age" >= 0 AND "age" < 200
-- told: people, check `ck_people_mail`: is missing, should be length("mail") <= 40
-- told: people, check `ck_people_town`: is missing, should be length("town") <= 60
-- told: people, foreign key `fk_people_place_id`: is place_id to places (), on delete SET NULL, on update NO ACTION, should be place_id to places (id), on delete CASCADE, on update NO ACTION
-- told: people, index `ix_people_place_id`: is missing, should be over place_id
-- told: people, index `ix_people_town`: is missing, should be over town desc, age desc
-- told: people, unique constraint ``: is unique constraint over mail, should not be there
-- told: people, unique constraint `uq_people_mail`: is missing, should be unique constraint over mail
-- told: people.age: is nullable, should be NOT NULL
-- told: people.age: the default is missing, should be 18
-- told: people.decades: is stored, should be computed on each read
-- told: people.decades: the computation is age * 12, should be "age" * 10
-- told: people.id: is not numbered, should be numbered
-- told: people.mail: is NOT NULL, should be nullable
-- told: people.place_id: the default is 1 + 2, should not be there
-- told: people.town: the default is 'Cape Town', should be 'Durban'

DROP TABLE places;
-- told: places: is missing
