-- create
CREATE TABLE `text_1` (
    `id` bigint NOT NULL,
    `value` varchar(1),
    PRIMARY KEY `pk_text_1` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `text_1000` (
    `id` bigint NOT NULL,
    `value` varchar(1000),
    PRIMARY KEY `pk_text_1000` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `text_1001` (
    `id` bigint NOT NULL,
    `value` varchar(1001),
    PRIMARY KEY `pk_text_1001` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `text_4000` (
    `id` bigint NOT NULL,
    `value` varchar(4000),
    PRIMARY KEY `pk_text_4000` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `text_4001` (
    `id` bigint NOT NULL,
    `value` longtext,
    PRIMARY KEY `pk_text_4001` (`id`),
    CONSTRAINT `ck_text_4001_value` CHECK (char_length(`value`) <= 4001)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `text_16383` (
    `id` bigint NOT NULL,
    `value` longtext,
    PRIMARY KEY `pk_text_16383` (`id`),
    CONSTRAINT `ck_text_16383_value` CHECK (char_length(`value`) <= 16383)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `text_70000` (
    `id` bigint NOT NULL,
    `value` longtext,
    PRIMARY KEY `pk_text_70000` (`id`),
    CONSTRAINT `ck_text_70000_value` CHECK (char_length(`value`) <= 70000)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `bytes_1` (
    `id` bigint NOT NULL,
    `value` varbinary(1),
    PRIMARY KEY `pk_bytes_1` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `bytes_2000` (
    `id` bigint NOT NULL,
    `value` varbinary(2000),
    PRIMARY KEY `pk_bytes_2000` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `bytes_2001` (
    `id` bigint NOT NULL,
    `value` varbinary(2001),
    PRIMARY KEY `pk_bytes_2001` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `bytes_8001` (
    `id` bigint NOT NULL,
    `value` varbinary(8001),
    PRIMARY KEY `pk_bytes_8001` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `bytes_70000` (
    `id` bigint NOT NULL,
    `value` longblob,
    PRIMARY KEY `pk_bytes_70000` (`id`),
    CONSTRAINT `ck_bytes_70000_value` CHECK (length(`value`) <= 70000)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `decimal_1_0` (
    `id` bigint NOT NULL,
    `value` decimal(1, 0),
    PRIMARY KEY `pk_decimal_1_0` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `decimal_18_18` (
    `id` bigint NOT NULL,
    `value` decimal(18, 18),
    PRIMARY KEY `pk_decimal_18_18` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;
CREATE TABLE `decimal_28_10` (
    `id` bigint NOT NULL,
    `value` decimal(28, 10),
    PRIMARY KEY `pk_decimal_28_10` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin;

-- drop
DROP TABLE `decimal_28_10`;
DROP TABLE `decimal_18_18`;
DROP TABLE `decimal_1_0`;
DROP TABLE `bytes_70000`;
DROP TABLE `bytes_8001`;
DROP TABLE `bytes_2001`;
DROP TABLE `bytes_2000`;
DROP TABLE `bytes_1`;
DROP TABLE `text_70000`;
DROP TABLE `text_16383`;
DROP TABLE `text_4001`;
DROP TABLE `text_4000`;
DROP TABLE `text_1001`;
DROP TABLE `text_1000`;
DROP TABLE `text_1`;
