-- create
CREATE TABLE `made` (
    `id` binary(16) NOT NULL COMMENT 'Made by the client.',
    `token` varchar(36) NOT NULL COMMENT 'Made by the client, as a text.',
    `instant` datetime(6) DEFAULT (UTC_TIMESTAMP(6)) NOT NULL COMMENT 'Now.',
    `perhaps` datetime(6) DEFAULT (UTC_TIMESTAMP(6)) COMMENT 'Now, or nothing.',
    PRIMARY KEY `pk_made` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='The client makes these; the database makes the times for other writers.';
CREATE TABLE `clocks` (
    `id` bigint NOT NULL COMMENT 'The key.',
    `day` date DEFAULT (UTC_DATE()) NOT NULL COMMENT 'Today.',
    `hour` time(6) DEFAULT (UTC_TIME(6)) NOT NULL COMMENT 'Now, without a date.',
    `local` datetime(6) DEFAULT (UTC_TIMESTAMP(6)) NOT NULL COMMENT 'Now, without a zone.',
    PRIMARY KEY `pk_clocks` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Times without a zone, which are in UTC: Firebird cannot make one as a default.';
CREATE TABLE `evaluated` (
    `id` bigint NOT NULL COMMENT 'The key.',
    `number` int DEFAULT (2 + 3) NOT NULL COMMENT 'A number.',
    `word` varchar(20) DEFAULT (UPPER('it''s')) NOT NULL COMMENT 'A text.',
    PRIMARY KEY `pk_evaluated` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='The database evaluates these for each row.';

-- drop
DROP TABLE `evaluated`;
DROP TABLE `clocks`;
DROP TABLE `made`;
