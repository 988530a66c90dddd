-- a column is added
ALTER TABLE `people` ADD COLUMN `town` longtext;
-- back
ALTER TABLE `people` DROP COLUMN `town`;

-- a column is added with a default
ALTER TABLE `people` ADD COLUMN `visits` int DEFAULT 7;
-- back
ALTER TABLE `people` DROP COLUMN `visits`;

-- a required column is added with a default
ALTER TABLE `people` ADD COLUMN `visits` int DEFAULT 7 NOT NULL;
-- back
ALTER TABLE `people` DROP COLUMN `visits`;

-- a truth value is added
ALTER TABLE `people` ADD COLUMN `member` boolean DEFAULT TRUE NOT NULL, ADD CONSTRAINT `ck_people_member` CHECK (`member` IN (0, 1));
-- back
ALTER TABLE `people` DROP CONSTRAINT `ck_people_member`, DROP COLUMN `member`;

-- a column goes, and others come
ALTER TABLE `people` DROP CONSTRAINT `ck_people_age`, ADD COLUMN `floor` bigint, ADD COLUMN `born` date, DROP COLUMN `age`;
-- back
ALTER TABLE `people` ADD COLUMN `age` int, DROP COLUMN `floor`, DROP COLUMN `born`, ADD CONSTRAINT `ck_people_age` CHECK (`age` >= 0);

-- a required column is added without a value
-- refused: the rows that are in `people` need a value for `town`; give a default, make it an `Option`, or say which value they get (`backfill`)
-- back
ALTER TABLE `people` DROP COLUMN `town`;

-- a required column is added with a value for the rows
ALTER TABLE `people` ADD COLUMN `town` varchar(30);
UPDATE `people` SET `town` = LOWER(`name`);
ALTER TABLE `people` MODIFY COLUMN `town` varchar(30) NOT NULL;
-- back
ALTER TABLE `people` DROP COLUMN `town`;

-- a computed column is added
ALTER TABLE `people` ADD COLUMN `twice` int GENERATED ALWAYS AS (`age` + `age`) STORED;
-- back
ALTER TABLE `people` DROP COLUMN `twice`;

-- a column is dropped
ALTER TABLE `people` DROP COLUMN `paid`;
-- back
ALTER TABLE `people` ADD COLUMN `paid` decimal(8, 2);

-- a column gets another name
ALTER TABLE `people` RENAME COLUMN `paid` TO `settled`;
-- back
ALTER TABLE `people` RENAME COLUMN `settled` TO `paid`;

-- a column that others are computed from gets another name
ALTER TABLE `people` DROP COLUMN `upper_name`;
ALTER TABLE `people` RENAME COLUMN `name` TO `full_name`;
ALTER TABLE `people` ADD COLUMN `upper_name` varchar(40) GENERATED ALWAYS AS (UPPER(`full_name`)) STORED;
-- back
ALTER TABLE `people` DROP COLUMN `upper_name`;
ALTER TABLE `people` RENAME COLUMN `full_name` TO `name`;
ALTER TABLE `people` ADD COLUMN `upper_name` varchar(40) GENERATED ALWAYS AS (UPPER(`name`)) STORED;

-- a number gets wider
ALTER TABLE `people` DROP CONSTRAINT `ck_people_age`, MODIFY COLUMN `age` bigint, ADD CONSTRAINT `ck_people_age` CHECK (`age` >= 0);
-- back
-- first: `people.age` is not within -2147483648 and 2147483647: SELECT COUNT(*) FROM `people` WHERE `age` > 2147483647 OR `age` < -2147483648;
ALTER TABLE `people` DROP CONSTRAINT `ck_people_age`, MODIFY COLUMN `age` int, ADD CONSTRAINT `ck_people_age` CHECK (`age` >= 0);

-- a number gets narrower
-- first: `people.age` is not within -32768 and 32767: SELECT COUNT(*) FROM `people` WHERE `age` > 32767 OR `age` < -32768;
ALTER TABLE `people` DROP CONSTRAINT `ck_people_age`, MODIFY COLUMN `age` smallint, ADD CONSTRAINT `ck_people_age` CHECK (`age` >= 0);
-- back
ALTER TABLE `people` DROP CONSTRAINT `ck_people_age`, MODIFY COLUMN `age` int, ADD CONSTRAINT `ck_people_age` CHECK (`age` >= 0);

-- a text gets shorter
-- first: `people.name` is longer than 20 characters: SELECT COUNT(*) FROM `people` WHERE CHAR_LENGTH(`name`) > 20;
ALTER TABLE `people` DROP COLUMN `upper_name`, MODIFY COLUMN `name` varchar(20) NOT NULL, ADD COLUMN `upper_name` varchar(20) GENERATED ALWAYS AS (UPPER(`name`)) STORED;
-- back
ALTER TABLE `people` DROP COLUMN `upper_name`, MODIFY COLUMN `name` varchar(40) NOT NULL, ADD COLUMN `upper_name` varchar(40) GENERATED ALWAYS AS (UPPER(`name`)) STORED;

-- a text becomes one of some values
-- first: `people.name` is none of a, b: SELECT COUNT(*) FROM `people` WHERE `name` NOT IN ('a', 'b');
ALTER TABLE `people` DROP COLUMN `upper_name`, MODIFY COLUMN `name` varchar(1) NOT NULL, ADD CONSTRAINT `ck_people_name` CHECK (`name` IN ('a', 'b'));
-- back
ALTER TABLE `people` DROP CONSTRAINT `ck_people_name`, MODIFY COLUMN `name` varchar(40) NOT NULL, ADD COLUMN `upper_name` varchar(40) GENERATED ALWAYS AS (UPPER(`name`)) STORED;

-- a number becomes a text
ALTER TABLE `people` DROP CONSTRAINT `ck_people_age`, MODIFY COLUMN `age` longtext;
-- back
-- first: `people.age` is not written as a whole number (i32) is: SELECT COUNT(*) FROM `people` WHERE `age` IS NOT NULL AND NOT (CASE WHEN CONCAT(`age`, ';') REGEXP '^(0|-?[1-9][0-9]{0,9});$' THEN CAST(`age` AS DECIMAL(20)) BETWEEN -2147483648 AND 2147483647 ELSE 1 = 0 END);
-- first: `people`: not age >= 0: SELECT COUNT(*) FROM (SELECT CASE WHEN `age` IS NOT NULL AND NOT (CASE WHEN CONCAT(`age`, ';') REGEXP '^(0|-?[1-9][0-9]{0,9});$' THEN CAST(`age` AS DECIMAL(20)) BETWEEN -2147483648 AND 2147483647 ELSE 1 = 0 END) THEN NULL ELSE CAST(`age` AS SIGNED) END AS `age` FROM `people`) t WHERE NOT (`age` >= 0);
ALTER TABLE `people` MODIFY COLUMN `age` int, ADD CONSTRAINT `ck_people_age` CHECK (`age` >= 0);

-- a decimal gets fewer digits after the point
-- first: `people.paid` has more than 1 digits after the point: SELECT COUNT(*) FROM `people` WHERE NOT (ROUND(`paid`, 1) = `paid`);
ALTER TABLE `people` MODIFY COLUMN `paid` decimal(8, 1);
-- back
-- first: `people.paid` is not within -999999.99 and 999999.99: SELECT COUNT(*) FROM `people` WHERE NOT (`paid` BETWEEN -999999.99 AND 999999.99);
ALTER TABLE `people` MODIFY COLUMN `paid` decimal(8, 2);

-- a number becomes a truth value
-- first: `people.member` is neither 0 nor 1: SELECT COUNT(*) FROM `people` WHERE `member` NOT IN (0, 1);
ALTER TABLE `people` MODIFY COLUMN `member` boolean, ADD CONSTRAINT `ck_people_member` CHECK (`member` IN (0, 1));
-- back
ALTER TABLE `people` DROP CONSTRAINT `ck_people_member`, MODIFY COLUMN `member` smallint;

-- a column is numbered no longer
ALTER TABLE `visits` DROP FOREIGN KEY `fk_visits_person_id`;
ALTER TABLE `people` MODIFY COLUMN `id` bigint NOT NULL;
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE CASCADE;
-- back
ALTER TABLE `visits` DROP FOREIGN KEY `fk_visits_person_id`;
ALTER TABLE `people` MODIFY COLUMN `id` bigint AUTO_INCREMENT NOT NULL;
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE CASCADE;

-- a check, an index and a reference get another name
ALTER TABLE `visits` DROP FOREIGN KEY `fk_visits_person_id`, DROP INDEX `fk_visits_person_id`;
ALTER TABLE `people` DROP CONSTRAINT `ck_people_age`, RENAME INDEX `idx_people_name` TO `idx_people_called`, ADD CONSTRAINT `ck_people_years` CHECK (`age` >= 0);
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_people` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE CASCADE;
-- back
ALTER TABLE `visits` DROP FOREIGN KEY `fk_visits_people`, DROP INDEX `fk_visits_people`;
ALTER TABLE `people` DROP CONSTRAINT `ck_people_years`, RENAME INDEX `idx_people_called` TO `idx_people_name`, ADD CONSTRAINT `ck_people_age` CHECK (`age` >= 0);
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE CASCADE;

-- a decimal becomes a binary fraction
-- refused: the values of `people.paid` cannot become f64 from decimal(8, 2): a binary fraction is not a decimal one, and each engine rounds its own way; add another column, fill it in a migration of your own, and drop this one
-- back
-- refused: the values of `people.paid` cannot become decimal(8, 2) from f64: a binary fraction is not a decimal one, and each engine rounds its own way; add another column, fill it in a migration of your own, and drop this one

-- a text becomes a number
-- first: `people.floor` is not written as a whole number (i64) is: SELECT COUNT(*) FROM `people` WHERE `floor` IS NOT NULL AND NOT (CASE WHEN CONCAT(`floor`, ';') REGEXP '^(0|-?[1-9][0-9]{0,18});$' THEN CAST(`floor` AS DECIMAL(20)) BETWEEN -9223372036854775808 AND 9223372036854775807 ELSE 1 = 0 END);
ALTER TABLE `people` MODIFY COLUMN `floor` bigint;
-- back
ALTER TABLE `people` MODIFY COLUMN `floor` varchar(20);

-- a text becomes a decimal
-- first: `people.fee` is not written as a number with at most 6 digits, 2 of them after the point, is: SELECT COUNT(*) FROM `people` WHERE `fee` IS NOT NULL AND NOT (CONCAT(`fee`, ';') REGEXP '^(-?(0|[1-9][0-9]{0,3})([.][0-9]{1,2})?);$');
ALTER TABLE `people` MODIFY COLUMN `fee` decimal(6, 2);
-- back
ALTER TABLE `people` MODIFY COLUMN `fee` longtext;

-- a text becomes a day
-- first: `people.born` is not written as a day, `2026-01-31`, is: SELECT COUNT(*) FROM `people` WHERE `born` IS NOT NULL AND NOT (CONCAT(`born`, ';') REGEXP '^(([0-9]{3}[1-9]|[0-9]{2}[1-9][0-9]|[0-9][1-9][0-9]{2}|[1-9][0-9]{3})-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29);$');
ALTER TABLE `people` MODIFY COLUMN `born` date;
-- back
ALTER TABLE `people` MODIFY COLUMN `born` varchar(20);

-- a time becomes a day
ALTER TABLE `people` ADD COLUMN `_tablewright_new_seen` date NULL AFTER `seen`;
UPDATE `people` SET `_tablewright_new_seen` = DATE(`seen`);
ALTER TABLE `people` DROP COLUMN `seen`, CHANGE COLUMN `_tablewright_new_seen` `seen` date;
-- back
ALTER TABLE `people` MODIFY COLUMN `seen` datetime(6);

-- a UUID becomes a text
ALTER TABLE `people` ADD COLUMN `_tablewright_new_code` varchar(36) NULL AFTER `code`;
UPDATE `people` SET `_tablewright_new_code` = LOWER(CONCAT(SUBSTR(HEX(`code`), 1, 8), '-', SUBSTR(HEX(`code`), 9, 4), '-', SUBSTR(HEX(`code`), 13, 4), '-', SUBSTR(HEX(`code`), 17, 4), '-', SUBSTR(HEX(`code`), 21, 12)));
ALTER TABLE `people` DROP COLUMN `code`, CHANGE COLUMN `_tablewright_new_code` `code` varchar(36);
-- back
-- first: `people.code` is not written as a UUID is: SELECT COUNT(*) FROM `people` WHERE `code` IS NOT NULL AND NOT (CONCAT(`code`, ';') REGEXP '^([0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12});$');
ALTER TABLE `people` ADD COLUMN `_tablewright_new_code` binary(16) NULL AFTER `code`;
UPDATE `people` SET `_tablewright_new_code` = UNHEX(REPLACE(`code`, '-', ''));
ALTER TABLE `people` DROP COLUMN `code`, CHANGE COLUMN `_tablewright_new_code` `code` binary(16);

-- an enumeration gets other values
-- first: `people.state` is none of lost, new: SELECT COUNT(*) FROM `people` WHERE `state` NOT IN ('lost', 'new');
ALTER TABLE `people` DROP CONSTRAINT `ck_people_state`, MODIFY COLUMN `state` varchar(4), ADD CONSTRAINT `ck_people_state` CHECK (`state` IN ('lost', 'new'));
-- back
-- first: `people.state` is none of new, old: SELECT COUNT(*) FROM `people` WHERE `state` NOT IN ('new', 'old');
ALTER TABLE `people` DROP CONSTRAINT `ck_people_state`, MODIFY COLUMN `state` varchar(3), ADD CONSTRAINT `ck_people_state` CHECK (`state` IN ('new', 'old'));

-- a numbered column is added and is the key
ALTER TABLE `visits` ADD COLUMN `number` bigint AUTO_INCREMENT NOT NULL, DROP PRIMARY KEY, ADD PRIMARY KEY (`number`);
-- back
-- first: `visits`: the same values of id more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM `visits` WHERE `id` IS NOT NULL GROUP BY `id` HAVING COUNT(*) > 1) v;
ALTER TABLE `visits` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`), DROP COLUMN `number`;

-- a computed column changes
ALTER TABLE `people` DROP COLUMN `upper_name`, ADD COLUMN `upper_name` varchar(40) GENERATED ALWAYS AS (LOWER(`name`)) STORED;
-- back
ALTER TABLE `people` DROP COLUMN `upper_name`, ADD COLUMN `upper_name` varchar(40) GENERATED ALWAYS AS (UPPER(`name`)) STORED;

-- a table goes
ALTER TABLE `visits` DROP FOREIGN KEY `fk_visits_person_id`;
DROP TABLE `visits`;
-- back
CREATE TABLE `visits` ( `id` bigint NOT NULL, `person_id` bigint NOT NULL, PRIMARY KEY `pk_visits` (`id`), CONSTRAINT `fk_visits_person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE CASCADE ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;

-- a column becomes required
-- first: `people.age` is NULL: SELECT COUNT(*) FROM `people` WHERE `age` IS NULL;
ALTER TABLE `people` MODIFY COLUMN `age` int NOT NULL;
-- back
ALTER TABLE `people` MODIFY COLUMN `age` int;

-- a column becomes required, with a value for those without
-- first: `people`: not age >= 0: SELECT COUNT(*) FROM (SELECT COALESCE(`age`, 0) AS `age` FROM `people`) t WHERE NOT (`age` >= 0);
UPDATE `people` SET `age` = 0 WHERE `age` IS NULL;
ALTER TABLE `people` MODIFY COLUMN `age` int NOT NULL;
-- back
ALTER TABLE `people` MODIFY COLUMN `age` int;

-- a column need not be there
ALTER TABLE `people` MODIFY COLUMN `name` varchar(40);
-- back
UPDATE `people` SET `name` = '' WHERE `name` IS NULL;
ALTER TABLE `people` MODIFY COLUMN `name` varchar(40) NOT NULL;

-- a default comes
ALTER TABLE `people` MODIFY COLUMN `age` int DEFAULT 1;
-- back
ALTER TABLE `people` MODIFY COLUMN `age` int;

-- a unique constraint comes
-- first: `people`: the same values of name more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM `people` WHERE `name` IS NOT NULL GROUP BY `name` HAVING COUNT(*) > 1) v;
ALTER TABLE `people` ADD CONSTRAINT `uq_people_name` UNIQUE (`name`);
-- back
ALTER TABLE `people` DROP INDEX `uq_people_name`;

-- a check changes
-- first: `people`: not age > 0: SELECT COUNT(*) FROM `people` WHERE NOT (`age` > 0);
ALTER TABLE `people` DROP CONSTRAINT `ck_people_age`, ADD CONSTRAINT `ck_people_age` CHECK (`age` > 0);
-- back
-- first: `people`: not age >= 0: SELECT COUNT(*) FROM `people` WHERE NOT (`age` >= 0);
ALTER TABLE `people` DROP CONSTRAINT `ck_people_age`, ADD CONSTRAINT `ck_people_age` CHECK (`age` >= 0);

-- an index changes
ALTER TABLE `people` DROP INDEX `idx_people_name`;
CREATE INDEX `idx_people_name` ON `people` (`name` DESC);
-- back
ALTER TABLE `people` DROP INDEX `idx_people_name`;
CREATE INDEX `idx_people_name` ON `people` (`name`);

-- a reference changes
ALTER TABLE `visits` DROP FOREIGN KEY `fk_visits_person_id`, DROP INDEX `fk_visits_person_id`;
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`);
-- back
ALTER TABLE `visits` DROP FOREIGN KEY `fk_visits_person_id`, DROP INDEX `fk_visits_person_id`;
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE CASCADE;

-- a primary key changes
-- first: `visits`: the same values of id, person_id more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM `visits` WHERE `id` IS NOT NULL AND `person_id` IS NOT NULL GROUP BY `id`, `person_id` HAVING COUNT(*) > 1) v;
ALTER TABLE `visits` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`, `person_id`);
-- back
-- first: `visits`: the same values of id more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM `visits` WHERE `id` IS NOT NULL GROUP BY `id` HAVING COUNT(*) > 1) v;
ALTER TABLE `visits` DROP FOREIGN KEY `fk_visits_person_id`;
ALTER TABLE `visits` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`);
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE CASCADE;

-- a table gets another name
ALTER TABLE `people` RENAME TO `patients`;
-- back
ALTER TABLE `patients` RENAME TO `people`;

-- a table comes and refers to another
CREATE TABLE `bills` ( `id` bigint NOT NULL, `person_id` bigint NOT NULL, PRIMARY KEY `pk_bills` (`id`), CONSTRAINT `fk_bills_person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE CASCADE ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
-- back
ALTER TABLE `bills` DROP FOREIGN KEY `fk_bills_person_id`;
DROP TABLE `bills`;

-- comments come
ALTER TABLE `people` MODIFY COLUMN `age` int COMMENT 'in years';
ALTER TABLE `people` COMMENT = 'who they are';
-- back
ALTER TABLE `people` MODIFY COLUMN `age` int;
ALTER TABLE `people` COMMENT = '';

-- a default comes with another type
ALTER TABLE `people` DROP CONSTRAINT `ck_people_age`, MODIFY COLUMN `age` bigint DEFAULT 1, ADD CONSTRAINT `ck_people_age` CHECK (`age` >= 0);
-- back
-- first: `people.age` is not within -2147483648 and 2147483647: SELECT COUNT(*) FROM `people` WHERE `age` > 2147483647 OR `age` < -2147483648;
ALTER TABLE `people` DROP CONSTRAINT `ck_people_age`, MODIFY COLUMN `age` int, ADD CONSTRAINT `ck_people_age` CHECK (`age` >= 0);

-- a text loses its limit
ALTER TABLE `people` DROP INDEX `idx_people_name`, DROP COLUMN `upper_name`, MODIFY COLUMN `name` longtext NOT NULL;
-- back
-- first: `people.name` is longer than 40 characters: SELECT COUNT(*) FROM `people` WHERE CHAR_LENGTH(`name`) > 40;
ALTER TABLE `people` MODIFY COLUMN `name` varchar(40) NOT NULL, ADD COLUMN `upper_name` varchar(40) GENERATED ALWAYS AS (UPPER(`name`)) STORED;
CREATE INDEX `idx_people_name` ON `people` (`name`);

-- a column that is unique may be absent
-- first: `people`: the same values of age more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM `people` WHERE `age` IS NOT NULL GROUP BY `age` HAVING COUNT(*) > 1) v;
ALTER TABLE `people` ADD CONSTRAINT `uq_people_age` UNIQUE (`age`);
-- back
ALTER TABLE `people` DROP INDEX `uq_people_age`;

-- a column that is pointed to gets another name
ALTER TABLE `visits` DROP FOREIGN KEY `fk_visits_person_id`;
ALTER TABLE `people` RENAME COLUMN `id` TO `number`;
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`number`) ON DELETE CASCADE;
-- back
ALTER TABLE `visits` DROP FOREIGN KEY `fk_visits_person_id`;
ALTER TABLE `people` RENAME COLUMN `number` TO `id`;
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE CASCADE;

-- a numbered column gets narrower
-- first: `people.id` is not within -2147483648 and 2147483647: SELECT COUNT(*) FROM `people` WHERE `id` > 2147483647 OR `id` < -2147483648;
-- first: `visits.person_id` is not within -2147483648 and 2147483647: SELECT COUNT(*) FROM `visits` WHERE `person_id` > 2147483647 OR `person_id` < -2147483648;
ALTER TABLE `visits` DROP FOREIGN KEY `fk_visits_person_id`;
ALTER TABLE `people` MODIFY COLUMN `id` int AUTO_INCREMENT NOT NULL;
ALTER TABLE `visits` MODIFY COLUMN `person_id` int NOT NULL;
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE CASCADE;
-- back
ALTER TABLE `visits` DROP FOREIGN KEY `fk_visits_person_id`;
ALTER TABLE `people` MODIFY COLUMN `id` bigint AUTO_INCREMENT NOT NULL;
ALTER TABLE `visits` MODIFY COLUMN `person_id` bigint NOT NULL;
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE CASCADE;

-- a table goes and another comes
ALTER TABLE `visits` DROP FOREIGN KEY `fk_visits_person_id`;
DROP TABLE `visits`;
CREATE TABLE `calls` ( `id` bigint NOT NULL, `person_id` bigint NOT NULL, PRIMARY KEY `pk_visits` (`id`), CONSTRAINT `fk_visits_person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE CASCADE ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
-- back
ALTER TABLE `calls` DROP FOREIGN KEY `fk_visits_person_id`;
DROP TABLE `calls`;
CREATE TABLE `visits` ( `id` bigint NOT NULL, `person_id` bigint NOT NULL, PRIMARY KEY `pk_visits` (`id`), CONSTRAINT `fk_visits_person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE CASCADE ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;

-- a reference comes that begins with the columns of another
-- first: `people`: the same values of id, name more than once: SELECT COUNT(*) FROM (SELECT COUNT(*) AS n FROM `people` WHERE `id` IS NOT NULL AND `name` IS NOT NULL GROUP BY `id`, `name` HAVING COUNT(*) > 1) v;
ALTER TABLE `visits` ADD COLUMN `called` varchar(40);
ALTER TABLE `people` ADD CONSTRAINT `uq_people_id_name` UNIQUE (`id`, `name`);
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_called` FOREIGN KEY (`person_id`, `called`) REFERENCES `people` (`id`, `name`);
-- back
ALTER TABLE `visits` DROP FOREIGN KEY `fk_visits_person_id`, DROP FOREIGN KEY `fk_visits_called`, DROP INDEX `fk_visits_called`;
ALTER TABLE `people` DROP INDEX `uq_people_id_name`;
ALTER TABLE `visits` DROP COLUMN `called`;
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE CASCADE;

-- a reference goes, whose columns are the first ones of another
ALTER TABLE `visits` DROP FOREIGN KEY `fk_visits_person_id`;
-- back
-- first: `visits`: `fk_visits_person_id` points to no row of `people`: SELECT COUNT(*) FROM `visits` c WHERE c.`person_id` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` p WHERE p.`id` = c.`person_id`);
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE CASCADE;

-- a reference goes that begins with the columns of another
ALTER TABLE `visits` DROP FOREIGN KEY `fk_visits_person_id`, DROP FOREIGN KEY `fk_visits_called`, DROP INDEX `fk_visits_called`;
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_person_id` FOREIGN KEY (`person_id`) REFERENCES `people` (`id`) ON DELETE CASCADE;
-- back
-- first: `visits`: `fk_visits_called` points to no row of `people`: SELECT COUNT(*) FROM `visits` c WHERE c.`person_id` IS NOT NULL AND c.`called` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `people` p WHERE p.`id` = c.`person_id` AND p.`name` = c.`called`);
ALTER TABLE `visits` ADD CONSTRAINT `fk_visits_called` FOREIGN KEY (`person_id`, `called`) REFERENCES `people` (`id`, `name`);
