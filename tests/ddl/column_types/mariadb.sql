-- create
CREATE TABLE `numbers` (
    `id` bigint NOT NULL COMMENT 'The key.',
    `small` smallint NOT NULL COMMENT '16 bits.',
    `medium` int NOT NULL COMMENT '32 bits.',
    `large` bigint NOT NULL COMMENT '64 bits.',
    `truth` boolean NOT NULL COMMENT 'True or false.',
    `single` float NOT NULL COMMENT '32 bits of floating point.',
    `double` double NOT NULL COMMENT '64 bits of floating point.',
    `money` decimal(18, 2) NOT NULL COMMENT 'Money.',
    `exact` decimal(28, 10) NOT NULL COMMENT 'More digits than a 64-bit integer has.',
    PRIMARY KEY `pk_numbers` (`id`),
    CONSTRAINT `ck_numbers_truth` CHECK (`truth` IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Numbers.';
CREATE TABLE `strings` (
    `id` bigint NOT NULL COMMENT 'The key.',
    `short` varchar(10) NOT NULL COMMENT 'A text of limited length.',
    `long` longtext NOT NULL COMMENT 'A text without limit.',
    `short_bytes` varbinary(16) NOT NULL COMMENT 'Bytes of limited length.',
    `long_bytes` longblob NOT NULL COMMENT 'Bytes without limit.',
    PRIMARY KEY `pk_strings` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Texts and bytes.';
CREATE TABLE `moments` (
    `id` binary(16) NOT NULL COMMENT 'The key.',
    `day` date NOT NULL COMMENT 'A date.',
    `hour` time(6) NOT NULL COMMENT 'A time of day.',
    `local` datetime(6) NOT NULL COMMENT 'A date and a time of day.',
    `instant` datetime(6) NOT NULL COMMENT 'An instant.',
    `document` json NOT NULL COMMENT 'A document.',
    PRIMARY KEY `pk_moments` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Times, identifiers, documents.';
CREATE TABLE `optionals` (
    `id` bigint NOT NULL COMMENT 'The key.',
    `small` smallint COMMENT 'See [`Numbers`].',
    `medium` int COMMENT 'See [`Numbers`].',
    `large` bigint COMMENT 'See [`Numbers`].',
    `truth` boolean COMMENT 'See [`Numbers`].',
    `single` float COMMENT 'See [`Numbers`].',
    `double` double COMMENT 'See [`Numbers`].',
    `money` decimal(18, 2) COMMENT 'See [`Numbers`].',
    `exact` decimal(28, 10) COMMENT 'See [`Numbers`].',
    `short` varchar(10) COMMENT 'See [`Strings`].',
    `long` longtext COMMENT 'See [`Strings`].',
    `short_bytes` varbinary(16) COMMENT 'See [`Strings`].',
    `long_bytes` longblob COMMENT 'See [`Strings`].',
    `day` date COMMENT 'See [`Moments`].',
    `hour` time(6) COMMENT 'See [`Moments`].',
    `local` datetime(6) COMMENT 'See [`Moments`].',
    `instant` datetime(6) COMMENT 'See [`Moments`].',
    `identity` binary(16) COMMENT 'See [`Moments`].',
    `document` json COMMENT 'See [`Moments`].',
    PRIMARY KEY `pk_optionals` (`id`),
    CONSTRAINT `ck_optionals_truth` CHECK (`truth` IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Every column type, optional.';

-- drop
DROP TABLE `optionals`;
DROP TABLE `moments`;
DROP TABLE `strings`;
DROP TABLE `numbers`;
