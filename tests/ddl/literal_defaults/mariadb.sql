-- create
CREATE TABLE `numbers` (
    `id` bigint NOT NULL,
    `yes` boolean DEFAULT TRUE NOT NULL,
    `no` boolean DEFAULT FALSE NOT NULL,
    `smallest_i16` smallint DEFAULT -32768 NOT NULL,
    `largest_i32` int DEFAULT 2147483647 NOT NULL,
    `smallest_i64` bigint DEFAULT -9223372036854775808 NOT NULL,
    `largest_i64` bigint DEFAULT 9223372036854775807 NOT NULL,
    `half` double DEFAULT 0.5 NOT NULL,
    `small` float DEFAULT -0.25 NOT NULL,
    `price` decimal(18, 2) DEFAULT -12.50 NOT NULL,
    `whole_price` decimal(18, 2) DEFAULT 7 NOT NULL,
    `exact` decimal(28, 10) DEFAULT 123456789012345678.0123456789 NOT NULL,
    PRIMARY KEY `pk_numbers` (`id`),
    CONSTRAINT `ck_numbers_yes` CHECK (`yes` IN (0, 1)),
    CONSTRAINT `ck_numbers_no` CHECK (`no` IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE TABLE `texts` (
    `id` bigint NOT NULL,
    `plain` varchar(20) DEFAULT 'routine' NOT NULL,
    `quotes` varchar(40) DEFAULT 'O''Brien said "''" twice' NOT NULL,
    `backslash` varchar(20) DEFAULT 'C:\\new\\table' NOT NULL,
    `lines` varchar(20) DEFAULT 'one
two	tab' NOT NULL,
    `wide` varchar(20) DEFAULT 'café 🐍 漢' NOT NULL,
    `not_sql` varchar(40) DEFAULT '''); drop table numbers; --' NOT NULL,
    `unbounded` longtext DEFAULT ('a text without a limit') NOT NULL,
    `colour` varchar(5) DEFAULT 'it''s' NOT NULL,
    `document` json DEFAULT ('{"a": [1, "o''clock"]}') NOT NULL,
    PRIMARY KEY `pk_texts` (`id`),
    CONSTRAINT `ck_texts_colour` CHECK (`colour` IN ('it''s', '"b\\c"'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE TABLE `empty_text` (
    `id` bigint NOT NULL,
    `value` varchar(20) DEFAULT '' NOT NULL,
    PRIMARY KEY `pk_empty_text` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- drop
DROP TABLE `empty_text`;
DROP TABLE `texts`;
DROP TABLE `numbers`;
