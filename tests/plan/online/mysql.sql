-- a column is added
ALTER TABLE `people` ADD COLUMN `town` longtext, ALGORITHM=INSTANT;

-- a column is added with a default
ALTER TABLE `people` ADD COLUMN `visits` int DEFAULT 7, ALGORITHM=INSTANT;

-- a required column is added with a default
ALTER TABLE `people` ADD COLUMN `visits` int DEFAULT 7 NOT NULL, ALGORITHM=INSTANT;

-- a truth value is added
ALTER TABLE `people` ADD COLUMN `member` boolean DEFAULT TRUE NOT NULL, ALGORITHM=INSTANT;
ALTER TABLE `people` ADD CONSTRAINT `ck_people_member` CHECK (`member` IN (0, 1));

-- a column goes, and others come
ALTER TABLE `people` DROP CONSTRAINT `ck_people_age`;
ALTER TABLE `people` ADD COLUMN `floor` bigint, ADD COLUMN `born` date, ALGORITHM=INSTANT;
ALTER TABLE `people` DROP COLUMN `age`, LOCK=NONE;

-- a required column is added without a value
-- as without `online`

-- a required column is added with a value for the rows
ALTER TABLE `people` ADD COLUMN `town` varchar(30), ALGORITHM=INSTANT;
UPDATE `people` SET `town` = LOWER(`name`);
ALTER TABLE `people` MODIFY COLUMN `town` varchar(30) NOT NULL;

-- a computed column is added
-- as without `online`

-- a column is dropped
ALTER TABLE `people` DROP COLUMN `paid`, LOCK=NONE;

-- a column gets another name
ALTER TABLE `people` RENAME COLUMN `paid` TO `settled`, LOCK=NONE;

-- a column that others are computed from gets another name
ALTER TABLE `people` DROP COLUMN `upper_name`, LOCK=NONE;
ALTER TABLE `people` RENAME COLUMN `name` TO `full_name`, LOCK=NONE;
ALTER TABLE `people` ADD COLUMN `upper_name` varchar(40) GENERATED ALWAYS AS (UPPER(`full_name`)) STORED;

-- a number gets wider
ALTER TABLE `people` DROP CONSTRAINT `ck_people_age`;
ALTER TABLE `people` MODIFY COLUMN `age` bigint;
ALTER TABLE `people` ADD CONSTRAINT `ck_people_age` CHECK (`age` >= 0);

-- a number gets narrower
-- first: `people.age` is not within -32768 and 32767: SELECT COUNT(*) FROM `people` WHERE `age` > 32767 OR `age` < -32768;
ALTER TABLE `people` DROP CONSTRAINT `ck_people_age`;
ALTER TABLE `people` MODIFY COLUMN `age` smallint;
ALTER TABLE `people` ADD CONSTRAINT `ck_people_age` CHECK (`age` >= 0);

-- a text gets shorter
-- first: `people.name` is longer than 20 characters: SELECT COUNT(*) FROM `people` WHERE CHAR_LENGTH(`name`) > 20;
ALTER TABLE `people` DROP COLUMN `upper_name`, LOCK=NONE;
ALTER TABLE `people` MODIFY COLUMN `name` varchar(20) NOT NULL;
ALTER TABLE `people` ADD COLUMN `upper_name` varchar(20) GENERATED ALWAYS AS (UPPER(`name`)) STORED;

-- a text becomes one of some values
-- first: `people.name` is none of a, b: SELECT COUNT(*) FROM `people` WHERE `name` NOT IN ('a', 'b');
ALTER TABLE `people` DROP COLUMN `upper_name`, LOCK=NONE;
ALTER TABLE `people` MODIFY COLUMN `name` varchar(1) NOT NULL;
ALTER TABLE `people` ADD CONSTRAINT `ck_people_name` CHECK (`name` IN ('a', 'b'));

-- a number becomes a text
ALTER TABLE `people` DROP CONSTRAINT `ck_people_age`;
ALTER TABLE `people` MODIFY COLUMN `age` longtext;

-- a decimal gets fewer digits after the point
-- as without `online`

-- a number becomes a truth value
-- first: `people.member` is neither 0 nor 1: SELECT COUNT(*) FROM `people` WHERE `member` NOT IN (0, 1);
ALTER TABLE `people` MODIFY COLUMN `member` boolean;
ALTER TABLE `people` ADD CONSTRAINT `ck_people_member` CHECK (`member` IN (0, 1));

-- a column is numbered no longer
-- as without `online`

-- a check, an index and a reference get another name
ALTER TABLE `visits` DROP FOREIGN KEY `fk_visits_person_id`, DROP INDEX `fk_visits_person_id`;
ALTER TABLE `people` DROP CONSTRAINT `ck_people_age`;
ALTER TABLE `people` RENAME INDEX `idx_people_name` TO `idx_people_called`, LOCK=NONE;
ALTER TABLE `people` ADD CONSTRAINT `ck_people_years` CHECK (`age` >= 0);
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_people` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE CASCADE;

-- a decimal becomes a binary fraction
-- as without `online`

-- a text becomes a number
-- as without `online`

-- a text becomes a decimal
-- as without `online`

-- a text becomes a day
-- as without `online`

-- a time becomes a day
ALTER TABLE `people` ADD COLUMN `_tablewright_new_seen` date NULL AFTER `seen`, ALGORITHM=INSTANT;
UPDATE `people` SET `_tablewright_new_seen` = DATE(`seen`);
ALTER TABLE `people` DROP COLUMN `seen`, CHANGE COLUMN `_tablewright_new_seen` `seen` date;

-- a UUID becomes a text
ALTER TABLE `people` ADD COLUMN `_tablewright_new_code` varchar(36) NULL AFTER `code`, ALGORITHM=INSTANT;
UPDATE `people` SET `_tablewright_new_code` = LOWER(CONCAT(SUBSTR(HEX(`code`), 1, 8), '-', SUBSTR(HEX(`code`), 9, 4), '-', SUBSTR(HEX(`code`), 13, 4), '-', SUBSTR(HEX(`code`), 17, 4), '-', SUBSTR(HEX(`code`), 21, 12)));
ALTER TABLE `people` DROP COLUMN `code`, CHANGE COLUMN `_tablewright_new_code` `code` varchar(36);

-- an enumeration gets other values
-- first: `people.state` is none of lost, new: SELECT COUNT(*) FROM `people` WHERE `state` NOT IN ('lost', 'new');
ALTER TABLE `people` DROP CONSTRAINT `ck_people_state`;
ALTER TABLE `people` MODIFY COLUMN `state` varchar(4), LOCK=NONE;
ALTER TABLE `people` ADD CONSTRAINT `ck_people_state` CHECK (`state` IN ('lost', 'new'));

-- a numbered column is added and is the key
-- as without `online`

-- a computed column changes
ALTER TABLE `people` DROP COLUMN `upper_name`, LOCK=NONE;
ALTER TABLE `people` ADD COLUMN `upper_name` varchar(40) GENERATED ALWAYS AS (LOWER(`name`)) STORED;

-- a table goes
-- as without `online`

-- a column becomes required
-- first: `people.age` is NULL: SELECT COUNT(*) FROM `people` WHERE `age` IS NULL;
ALTER TABLE `people` MODIFY COLUMN `age` int NOT NULL, LOCK=NONE;

-- a column becomes required, with a value for those without
-- first: `people`: not age >= 0: SELECT COUNT(*) FROM (SELECT COALESCE(`age`, 0) AS `age` FROM `people`) t WHERE NOT (`age` >= 0);
UPDATE `people` SET `age` = 0 WHERE `age` IS NULL;
ALTER TABLE `people` MODIFY COLUMN `age` int NOT NULL, LOCK=NONE;

-- a column need not be there
ALTER TABLE `people` MODIFY COLUMN `name` varchar(40), LOCK=NONE;

-- a default comes
ALTER TABLE `people` MODIFY COLUMN `age` int DEFAULT 1, LOCK=NONE;

-- a unique constraint comes
-- first: `people`: the same values of name more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM `people` WHERE `name` IS NOT NULL GROUP BY `name` HAVING COUNT(*) > 1) v;
ALTER TABLE `people` ADD CONSTRAINT `uq_people_name` UNIQUE (`name`), LOCK=NONE;

-- a check changes
-- first: `people`: not age > 0: SELECT COUNT(*) FROM `people` WHERE NOT (`age` > 0);
ALTER TABLE `people` DROP CONSTRAINT `ck_people_age`;
ALTER TABLE `people` ADD CONSTRAINT `ck_people_age` CHECK (`age` > 0);

-- an index changes
ALTER TABLE `people` DROP INDEX `idx_people_name`, LOCK=NONE;
CREATE INDEX `idx_people_name` ON `people` (`name` DESC) ALGORITHM=INPLACE LOCK=NONE;

-- a reference changes
-- as without `online`

-- a primary key changes
-- as without `online`

-- a table gets another name
-- as without `online`

-- a table comes and refers to another
-- as without `online`

-- comments come
ALTER TABLE `people` MODIFY COLUMN `age` int COMMENT 'in years', LOCK=NONE;
ALTER TABLE `people` COMMENT = 'who they are';

-- a default comes with another type
ALTER TABLE `people` DROP CONSTRAINT `ck_people_age`;
ALTER TABLE `people` MODIFY COLUMN `age` bigint DEFAULT 1;
ALTER TABLE `people` ADD CONSTRAINT `ck_people_age` CHECK (`age` >= 0);

-- a text loses its limit
ALTER TABLE `people` DROP INDEX `idx_people_name`, LOCK=NONE;
ALTER TABLE `people` DROP COLUMN `upper_name`, LOCK=NONE;
ALTER TABLE `people` MODIFY COLUMN `name` longtext NOT NULL;

-- a column that is unique may be absent
-- first: `people`: the same values of age more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM `people` WHERE `age` IS NOT NULL GROUP BY `age` HAVING COUNT(*) > 1) v;
ALTER TABLE `people` ADD CONSTRAINT `uq_people_age` UNIQUE (`age`), LOCK=NONE;

-- a column that is pointed to gets another name
ALTER TABLE `visits` DROP FOREIGN KEY `fk_visits_person_id`;
ALTER TABLE `people` RENAME COLUMN `id` TO `number`, LOCK=NONE;
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`number`) ON DELETE CASCADE;

-- a numbered column gets narrower
-- as without `online`

-- a table goes and another comes
-- as without `online`

-- a reference comes that begins with the columns of another
-- first: `people`: the same values of id, name more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM `people` WHERE `id` IS NOT NULL AND `name` IS NOT NULL GROUP BY `id`, `name` HAVING COUNT(*) > 1) v;
ALTER TABLE `visits` ADD COLUMN `called` varchar(40), ALGORITHM=INSTANT;
ALTER TABLE `people` ADD CONSTRAINT `uq_people_id_name` UNIQUE (`id`, `name`), LOCK=NONE;
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_called` FOREIGN KEY (`person_id`, `called`) REFERENCES `people` (`id`, `name`);

-- a reference goes, whose columns are the first ones of another
-- as without `online`

-- a reference goes that begins with the columns of another
-- as without `online`
