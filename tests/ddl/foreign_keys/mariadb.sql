-- create
CREATE TABLE `orders` (
    `country` varchar(2) NOT NULL COMMENT 'The first column of the key.',
    `number` int NOT NULL COMMENT 'The second column of the key.',
    PRIMARY KEY `pk_orders` (`country`, `number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Has a key of two columns.';
CREATE TABLE `products` (
    `id` bigint NOT NULL COMMENT 'The key.',
    `code` varchar(12) NOT NULL COMMENT 'Unique, and referred to.',
    `part_of` bigint COMMENT 'The product it is part of.',
    PRIMARY KEY `pk_products` (`id`),
    UNIQUE KEY `uq_products_code` (`code`),
    CONSTRAINT `fk_products_part_of` FOREIGN KEY (`part_of`) REFERENCES `products` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Refers to itself.';
CREATE INDEX `ix_products_part_of` ON `products` (`part_of`);
CREATE TABLE `lines` (
    `id` bigint NOT NULL COMMENT 'The key.',
    `country` varchar(2) NOT NULL COMMENT 'The first column of the order''s key.',
    `order_number` int NOT NULL COMMENT 'The second column of the order''s key.',
    `product_code` varchar(12) NOT NULL COMMENT 'By a unique column.',
    `replacement_id` bigint COMMENT 'A second reference to the same table.',
    PRIMARY KEY `pk_lines` (`id`),
    CONSTRAINT `fk_lines_country_order_number` FOREIGN KEY (`country`, `order_number`) REFERENCES `orders` (`country`, `number`) ON DELETE CASCADE,
    CONSTRAINT `fk_lines_product_code` FOREIGN KEY (`product_code`) REFERENCES `products` (`code`),
    CONSTRAINT `fk_lines_replacement` FOREIGN KEY (`replacement_id`) REFERENCES `products` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='A table that refers to one that is declared later.';

-- drop
DROP TABLE `lines`;
DROP TABLE `products`;
DROP TABLE `orders`;
