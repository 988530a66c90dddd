-- refused: lowered_text: mariadb: index `ix_lowered_text_value` cannot hold an expression: MariaDB indexes columns only
--   help: make a generated column, and an index over it
-- refused: measured_text: mariadb: index `ix_measured_text_value` cannot hold an expression: MariaDB indexes columns only
--   help: make a generated column, and an index over it
-- refused: lowered_508: mariadb: index `ix_lowered_508_value` cannot hold an expression: MariaDB indexes columns only
--   help: make a generated column, and an index over it
-- refused: lowered_512: mariadb: index `ix_lowered_512_value` cannot hold an expression: MariaDB indexes columns only
--   help: make a generated column, and an index over it
-- refused: lowered_513: mariadb: index `ix_lowered_513_value` cannot hold an expression: MariaDB indexes columns only
--   help: make a generated column, and an index over it
-- refused: cut_2000: mariadb: index `ix_cut_2000_value` cannot hold an expression: MariaDB indexes columns only
--   help: make a generated column, and an index over it
-- refused: joined_300: mariadb: index `ix_joined_300_value` cannot hold an expression: MariaDB indexes columns only
--   help: make a generated column, and an index over it
-- refused: other_300: mariadb: index `ix_other_300_value` cannot hold an expression: MariaDB indexes columns only
--   help: make a generated column, and an index over it
-- refused: keyed_text: mariadb: `id` cannot be part of a primary key: only a part of a value of unlimited length can be in a key, and two that are different could be equal there
--   help: limit its length with `max_length`, or leave it out

-- create
CREATE TABLE `indexed_text` (
    `id` bigint NOT NULL,
    `value` longtext NOT NULL,
    PRIMARY KEY `pk_indexed_text` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE INDEX `ix_indexed_text_value` ON `indexed_text` (`value`(255));
CREATE TABLE `indexed_1000` (
    `id` bigint NOT NULL,
    `value` varchar(1000) NOT NULL,
    PRIMARY KEY `pk_indexed_1000` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE INDEX `ix_indexed_1000_value` ON `indexed_1000` (`value`(768));
CREATE TABLE `indexed_blob` (
    `id` bigint NOT NULL,
    `value` longblob NOT NULL,
    PRIMARY KEY `pk_indexed_blob` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE INDEX `ix_indexed_blob_value` ON `indexed_blob` (`value`(255));
CREATE TABLE `indexed_json` (
    `id` bigint NOT NULL,
    `value` json NOT NULL,
    PRIMARY KEY `pk_indexed_json` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE INDEX `ix_indexed_json_value` ON `indexed_json` (`value`(255));
CREATE TABLE `unique_text` (
    `id` bigint NOT NULL,
    `value` longtext NOT NULL,
    PRIMARY KEY `pk_unique_text` (`id`),
    UNIQUE KEY `uq_unique_text_value` (`value`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE TABLE `unique_255` (
    `id` bigint NOT NULL,
    `value` varchar(255) NOT NULL,
    PRIMARY KEY `pk_unique_255` (`id`),
    UNIQUE KEY `uq_unique_255_value` (`value`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE TABLE `unique_1000` (
    `id` bigint NOT NULL,
    `value` varchar(1000) NOT NULL,
    PRIMARY KEY `pk_unique_1000` (`id`),
    UNIQUE KEY `uq_unique_1000_value` (`value`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE TABLE `keyed_450` (
    `id` varchar(450) NOT NULL,
    PRIMARY KEY `pk_keyed_450` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE TABLE `keyed_451` (
    `id` varchar(451) NOT NULL,
    PRIMARY KEY `pk_keyed_451` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- drop
DROP TABLE `keyed_451`;
DROP TABLE `keyed_450`;
DROP TABLE `unique_1000`;
DROP TABLE `unique_255`;
DROP TABLE `unique_text`;
DROP TABLE `indexed_json`;
DROP TABLE `indexed_blob`;
DROP TABLE `indexed_1000`;
DROP TABLE `indexed_text`;
