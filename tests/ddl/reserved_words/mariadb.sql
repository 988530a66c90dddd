-- create
CREATE TABLE `order` (
    `select` bigint NOT NULL COMMENT 'Named like a clause.',
    `from` int NOT NULL COMMENT 'Named like a clause.',
    `desc` int NOT NULL COMMENT 'Named like a direction.',
    `table` int NOT NULL COMMENT 'Named like a thing.',
    `timestamp` datetime(6) NOT NULL COMMENT 'Named like a type.',
    `value` int NOT NULL COMMENT 'Named like a function.',
    `Date` int NOT NULL COMMENT 'Named like a type, in another case.',
    `type` int NOT NULL COMMENT 'Named like a word of Rust.',
    PRIMARY KEY `pk_order` (`select`),
    UNIQUE KEY `uq_order_table` (`table`),
    CONSTRAINT `ck_order_1` CHECK (`value` > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Named like a clause.';
CREATE INDEX `ix_order_desc_from` ON `order` (`desc`, `from`);
CREATE TABLE `group` (
    `key` bigint NOT NULL COMMENT 'Named like a key.',
    `update` bigint NOT NULL COMMENT 'Named like a statement.',
    PRIMARY KEY `pk_group` (`key`),
    CONSTRAINT `fk_group_update` FOREIGN KEY (`update`) REFERENCES `order` (`select`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Named like a clause, and refers to one.';

-- drop
DROP TABLE `group`;
DROP TABLE `order`;
