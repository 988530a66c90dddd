-- create
CREATE TABLE `rooms` (
    `id` bigint NOT NULL COMMENT 'The key.',
    `width` int NOT NULL COMMENT 'The width.',
    `length` int NOT NULL COMMENT 'The length.',
    `name` varchar(20) NOT NULL COMMENT 'The name.',
    `area` int GENERATED ALWAYS AS (`width` * `length`) VIRTUAL COMMENT 'Computed on each read.',
    `loud_name` varchar(20) GENERATED ALWAYS AS (UPPER(`name`)) STORED COMMENT 'Computed once and kept.',
    PRIMARY KEY `pk_rooms` (`id`),
    CONSTRAINT `ck_rooms_area_not_null` CHECK ((`width` * `length`) IS NOT NULL),
    CONSTRAINT `ck_rooms_loud_name_not_null` CHECK ((UPPER(`name`)) IS NOT NULL)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Computed numbers and texts.';

-- drop
DROP TABLE `rooms`;
