-- create
CREATE TABLE `rooms` (
    `id` bigint NOT NULL COMMENT 'The key.',
    `width` int NOT NULL COMMENT 'The width.',
    `length` int NOT NULL COMMENT 'The length.',
    `name` varchar(20) NOT NULL COMMENT 'The name.',
    `area` int GENERATED ALWAYS AS (`width` * `length`) VIRTUAL COMMENT 'Computed on each read.',
    `loud_name` varchar(20) GENERATED ALWAYS AS (UPPER(`name`)) STORED COMMENT 'Computed once and kept.',
    PRIMARY KEY `pk_rooms` (`id`),
    UNIQUE KEY `uq_rooms_loud_name` (`loud_name`),
    CONSTRAINT `ck_rooms_area` CHECK ((`width` * `length`) BETWEEN -2147483648 AND 2147483647),
    CONSTRAINT `ck_rooms_area_not_null` CHECK ((`width` * `length`) IS NOT NULL),
    CONSTRAINT `ck_rooms_loud_name_not_null` CHECK ((UPPER(`name`)) IS NOT NULL),
    CONSTRAINT `ck_rooms_1` CHECK (`area` > 0 AND `length` < 1000)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Computed numbers and texts, one of them unique and one in an index and a check.';
CREATE INDEX `ix_rooms_area` ON `rooms` (`area` DESC);
CREATE TABLE `names` (
    `id` bigint NOT NULL,
    `first` varchar(50) NOT NULL,
    `shown` longtext GENERATED ALWAYS AS (CONCAT(`first`, '!')) VIRTUAL,
    PRIMARY KEY `pk_names` (`id`),
    CONSTRAINT `ck_names_shown_not_null` CHECK ((CONCAT(`first`, '!')) IS NOT NULL)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE TABLE `pairs` (
    `id` bigint NOT NULL,
    `first` varchar(50) NOT NULL,
    `small` varchar(50) GENERATED ALWAYS AS (LOWER(`first`)) STORED,
    PRIMARY KEY `pk_pairs` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE INDEX `ix_pairs` ON `pairs` (`small`, `id`);
CREATE TABLE `tags` (
    `id` bigint NOT NULL,
    `name` varchar(50),
    `key` varchar(50) GENERATED ALWAYS AS (LOWER(`name`)) VIRTUAL,
    PRIMARY KEY `pk_tags` (`id`),
    UNIQUE KEY `uq_tags_key` (`key`),
    CONSTRAINT `ck_tags_key` CHECK (char_length((LOWER(`name`))) <= 50)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- drop
DROP TABLE `tags`;
DROP TABLE `pairs`;
DROP TABLE `names`;
DROP TABLE `rooms`;
