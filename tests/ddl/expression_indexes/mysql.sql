-- create
CREATE TABLE `addresses` (
    `id` bigint NOT NULL,
    `email` varchar(100) NOT NULL,
    PRIMARY KEY `pk_addresses` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE INDEX `ix_addresses_email` ON `addresses` ((LOWER(`email`)));
CREATE TABLE `boxes` (
    `id` bigint NOT NULL,
    `width` bigint NOT NULL,
    `height` bigint NOT NULL,
    PRIMARY KEY `pk_boxes` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE UNIQUE INDEX `ix_boxes_area` ON `boxes` ((`width` * `height`));

-- drop
DROP TABLE `boxes`;
DROP TABLE `addresses`;
