ALTER TABLE people ALTER COLUMN town TYPE varchar(40);
-- told: people.town: is varchar(40), should be varchar(60)

ALTER TABLE people ALTER COLUMN town DROP NOT NULL;
-- told: people.town: is nullable, should be NOT NULL

ALTER TABLE people ALTER COLUMN age SET DEFAULT 21;
-- told: people.age: the default is 21, should be 18

ALTER TABLE people ALTER COLUMN age DROP DEFAULT;
-- told: people.age: the default is missing, should be 18

ALTER TABLE people ALTER COLUMN mail SET DEFAULT 'none';
-- told: people.mail: the default is 'none'::character varying, should not be there

ALTER TABLE people ALTER COLUMN id DROP IDENTITY;
-- told: people.id: is not numbered, should be numbered

DROP INDEX ix_people_town;
-- told: people, index `ix_people_town`: is missing, should be over town desc, age desc

CREATE INDEX ix_people_town ON people (town, age DESC);
-- told: people, index `ix_people_town`: is over town, age desc, should be over town desc, age desc

CREATE UNIQUE INDEX ix_more ON people (lower(mail)) WHERE age > 5;
-- told: people, index `ix_more`: is unique over (lower(mail::text)), where age > 5, should not be there

ALTER TABLE people DROP CONSTRAINT ck_people_age;
-- told: people, check `ck_people_age`: is missing, should be (age >= 0) AND (age < 200)

ALTER TABLE people ADD CONSTRAINT ck_people_age CHECK (age >= 0);
-- told: people, check `ck_people_age`: is age >= 0, should be (age >= 0) AND (age < 200)

ALTER TABLE people ADD CONSTRAINT ck_more CHECK (town <> '');
-- told: people, check `ck_more`: is (town)::text <> ''::text, should not be there

ALTER TABLE people DROP CONSTRAINT fk_people_place_id;
-- told: people, foreign key `fk_people_place_id`: is missing, should be place_id to places (id), on delete CASCADE, on update NO ACTION

ALTER TABLE people ADD CONSTRAINT fk_people_place_id FOREIGN KEY (place_id) REFERENCES places (id) ON DELETE SET NULL;
-- told: people, foreign key `fk_people_place_id`: is place_id to places (id), on delete SET NULL, on update NO ACTION, should be place_id to places (id), on delete CASCADE, on update NO ACTION

ALTER TABLE people ADD CONSTRAINT fk_more FOREIGN KEY (id) REFERENCES places (id) NOT VALID;
-- told: people, foreign key `fk_more`: is id to places (id), on delete NO ACTION, on update NO ACTION, not valid, should not be there

ALTER TABLE people DROP CONSTRAINT uq_people_mail;
-- told: people, unique constraint `uq_people_mail`: is missing, should be unique constraint over mail

COMMENT ON TABLE people IS 'Nobody';
-- told: people: the comment is `Nobody`, should be `Somebody with something of every kind.`

COMMENT ON COLUMN people.age IS NULL;
-- told: people.age: the comment is missing, should be `In years`

ALTER TABLE people DROP COLUMN decades;
ALTER TABLE people ADD COLUMN decades integer GENERATED ALWAYS AS (age * 12) STORED;
-- told: people.decades: the comment is missing, should be `Ten times the age`
-- told: people.decades: the computation is age * 12, should be (age)::bigint * 10

ALTER TABLE people ADD COLUMN hue text;
-- told: people.hue: is text, should not be there

ALTER TABLE people DROP COLUMN mail;
-- told: people.mail: is missing, should be varchar(40)

ALTER TABLE people DROP CONSTRAINT pk_people;
-- told: people, the primary key: is missing, should be over id

CREATE TABLE strangers (id bigint);

CREATE VIEW views AS SELECT id FROM places;

ALTER TABLE places RENAME TO elsewhere;
-- told: people, foreign key `fk_more`: is id to elsewhere (id), on delete NO ACTION, on update NO ACTION, not valid, should not be there
-- told: people, foreign key `fk_people_place_id`: is place_id to elsewhere (id), on delete SET NULL, on update NO ACTION, should be place_id to places (id), on delete CASCADE, on update NO ACTION
-- told: places: is missing
