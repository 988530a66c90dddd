-- create
CREATE TABLE `rooms` (
    `id` bigint NOT NULL COMMENT 'The key.',
    `width` int NOT NULL COMMENT 'The width.',
    `length` int NOT NULL COMMENT 'The length.',
    `name` varchar(20) NOT NULL COMMENT 'The name.',
    `area` int GENERATED ALWAYS AS (`width` * `length`) VIRTUAL NOT NULL COMMENT 'Computed on each read.',
    `loud_name` varchar(20) GENERATED ALWAYS AS (UPPER(`name`)) STORED NOT NULL COMMENT 'Computed once and kept.',
    PRIMARY KEY `pk_rooms` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin COMMENT='Computed numbers and texts.';

-- drop
DROP TABLE `rooms`;
