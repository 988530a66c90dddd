-- refused: indexed_json: mysql: `value` cannot be part of an index: a JSON document has no order
--   help: limit its length with `max_length`, or leave it out
-- refused: lowered_text: mysql: an expression made of `value` cannot be part of an index: only a part of a value of unlimited length can be in a key, and two that are different could be equal there
--   help: limit its length with `max_length`, or leave the expression out
-- refused: lowered_513: mysql: an expression in an index can have at most 512 characters, this one 513: MySQL takes one that is longer for a TEXT, which no index holds
--   help: shorten its columns with `max_length`, or take a part of them with `substr`
-- refused: joined_300: mysql: an expression in an index can have at most 512 characters, this one 600: MySQL takes one that is longer for a TEXT, which no index holds
--   help: shorten its columns with `max_length`, or take a part of them with `substr`
-- refused: unique_text: mysql: `value` cannot be part of a unique key: only a part of a value of unlimited length can be in a key, and two that are different could be equal there
--   help: limit its length with `max_length`, or leave it out
-- refused: unique_1000: mysql: a unique key can have at most 3072 bytes, and this one can have 4000
--   help: shorten its columns with `max_length`, or leave some out
-- refused: keyed_text: mysql: `id` cannot be part of a primary key: only a part of a value of unlimited length can be in a key, and two that are different could be equal there
--   help: limit its length with `max_length`, or leave it out

-- create
CREATE TABLE `indexed_text` (
    `id` bigint NOT NULL,
    `value` longtext NOT NULL,
    PRIMARY KEY `pk_indexed_text` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE INDEX `ix_indexed_text_value` ON `indexed_text` (`value`(255));
CREATE TABLE `indexed_1000` (
    `id` bigint NOT NULL,
    `value` varchar(1000) NOT NULL,
    PRIMARY KEY `pk_indexed_1000` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE INDEX `ix_indexed_1000_value` ON `indexed_1000` (`value`(768));
CREATE TABLE `indexed_blob` (
    `id` bigint NOT NULL,
    `value` longblob NOT NULL,
    PRIMARY KEY `pk_indexed_blob` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE INDEX `ix_indexed_blob_value` ON `indexed_blob` (`value`(255));
CREATE TABLE `measured_text` (
    `id` bigint NOT NULL,
    `value` longtext NOT NULL,
    PRIMARY KEY `pk_measured_text` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE INDEX `ix_measured_text_value` ON `measured_text` ((CHAR_LENGTH(`value`)));
CREATE TABLE `lowered_508` (
    `id` bigint NOT NULL,
    `value` varchar(508) NOT NULL,
    PRIMARY KEY `pk_lowered_508` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE INDEX `ix_lowered_508_value` ON `lowered_508` ((LOWER(`value`)));
CREATE TABLE `lowered_512` (
    `id` bigint NOT NULL,
    `value` varchar(512) NOT NULL,
    PRIMARY KEY `pk_lowered_512` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE INDEX `ix_lowered_512_value` ON `lowered_512` ((LOWER(`value`)));
CREATE TABLE `cut_2000` (
    `id` bigint NOT NULL,
    `value` varchar(2000) NOT NULL,
    PRIMARY KEY `pk_cut_2000` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE INDEX `ix_cut_2000_value` ON `cut_2000` ((SUBSTR(`value`, 1, 100)));
CREATE TABLE `other_300` (
    `id` bigint NOT NULL,
    `value` varchar(300) NOT NULL,
    PRIMARY KEY `pk_other_300` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE INDEX `ix_other_300_value` ON `other_300` ((COALESCE(`value`, 'none')));
CREATE TABLE `unique_255` (
    `id` bigint NOT NULL,
    `value` varchar(255) NOT NULL,
    PRIMARY KEY `pk_unique_255` (`id`),
    UNIQUE KEY `uq_unique_255_value` (`value`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `keyed_450` (
    `id` varchar(450) NOT NULL,
    PRIMARY KEY `pk_keyed_450` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `keyed_451` (
    `id` varchar(451) NOT NULL,
    PRIMARY KEY `pk_keyed_451` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;

-- drop
DROP TABLE `keyed_451`;
DROP TABLE `keyed_450`;
DROP TABLE `unique_255`;
DROP TABLE `other_300`;
DROP TABLE `cut_2000`;
DROP TABLE `lowered_512`;
DROP TABLE `lowered_508`;
DROP TABLE `measured_text`;
DROP TABLE `indexed_blob`;
DROP TABLE `indexed_1000`;
DROP TABLE `indexed_text`;
