-- create
CREATE TABLE `events` (
    `id` bigint AUTO_INCREMENT NOT NULL COMMENT 'The key.',
    `title` varchar(40) NOT NULL COMMENT 'Indexed alone.',
    `happened_at` datetime(6) NOT NULL COMMENT 'Indexed alone, latest first.',
    `place` varchar(40) NOT NULL COMMENT 'Where.',
    `kind` smallint NOT NULL COMMENT 'What kind.',
    `number` int NOT NULL COMMENT 'Indexed and unique.',
    PRIMARY KEY `pk_events` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin COMMENT='Indexes of every form that all engines have.';
CREATE INDEX `by_kind` ON `events` (`kind`, `place`, `id`);
CREATE INDEX `ix_events_kind_happened_at` ON `events` (`kind` DESC, `happened_at` DESC);
CREATE UNIQUE INDEX `once` ON `events` (`place`, `title`);
CREATE INDEX `ix_events_title` ON `events` (`title`);
CREATE INDEX `latest` ON `events` (`happened_at` DESC);
CREATE UNIQUE INDEX `ix_events_number` ON `events` (`number`);
CREATE TABLE `mixed` (
    `id` bigint NOT NULL COMMENT 'The key.',
    `place` varchar(40) NOT NULL COMMENT 'Up.',
    `happened_at` datetime(6) NOT NULL COMMENT 'Down.',
    PRIMARY KEY `pk_mixed` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin COMMENT='An index that goes up and down, which Firebird has not.';
CREATE INDEX `ix_mixed_place_happened_at` ON `mixed` (`place`, `happened_at` DESC);

-- drop
DROP TABLE `mixed`;
DROP TABLE `events`;
