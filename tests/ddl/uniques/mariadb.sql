-- create
CREATE TABLE `required` (
    `id` bigint NOT NULL COMMENT 'The key.',
    `first` int NOT NULL COMMENT 'Unique with the second.',
    `second` int NOT NULL COMMENT 'Unique with the first.',
    `word` varchar(20) NOT NULL COMMENT 'Unique under a name of one''s own.',
    `number` bigint NOT NULL COMMENT 'Unique alone.',
    PRIMARY KEY `pk_required` (`id`),
    UNIQUE KEY `uq_required_first_second` (`first`, `second`),
    UNIQUE KEY `one_word` (`word`),
    UNIQUE KEY `uq_required_number` (`number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Required columns.';
CREATE TABLE `nullable` (
    `id` bigint NOT NULL COMMENT 'The key.',
    `word` varchar(20) COMMENT 'Unique alone.',
    `first` int COMMENT 'Unique with the second.',
    `second` int COMMENT 'Unique with the first, and with the required one.',
    `required` int NOT NULL COMMENT 'Unique with the second.',
    PRIMARY KEY `pk_nullable` (`id`),
    UNIQUE KEY `uq_nullable_first_second` (`first`, `second`),
    UNIQUE KEY `uq_nullable_word` (`word`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Nullable columns.';
CREATE UNIQUE INDEX `ix_nullable_mixed` ON `nullable` (`required`, `second`);

-- drop
DROP TABLE `nullable`;
DROP TABLE `required`;
