-- create
CREATE TABLE `by_text` (
    `id` varchar(50) NOT NULL COMMENT 'The key.',
    PRIMARY KEY `pk_by_text` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin COMMENT='A text as the key.';
CREATE TABLE `by_uuid` (
    `id` binary(16) NOT NULL COMMENT 'The key.',
    PRIMARY KEY `pk_by_uuid` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin COMMENT='A UUID as the key.';
CREATE TABLE `by_bytes` (
    `hash` varbinary(32) NOT NULL COMMENT 'The key.',
    PRIMARY KEY `pk_by_bytes` (`hash`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin COMMENT='Bytes as the key.';
CREATE TABLE `numbered16` (
    `id` smallint AUTO_INCREMENT NOT NULL COMMENT 'The key.',
    `value` int NOT NULL COMMENT 'Something else.',
    PRIMARY KEY `pk_numbered16` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin COMMENT='Numbered in 16 bits.';
CREATE TABLE `numbered32` (
    `id` int AUTO_INCREMENT NOT NULL COMMENT 'The key.',
    PRIMARY KEY `pk_numbered32` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin COMMENT='Numbered in 32 bits, with nothing else.';
CREATE TABLE `numbered64` (
    `name` varchar(10) NOT NULL COMMENT 'Something else.',
    `id` bigint AUTO_INCREMENT NOT NULL COMMENT 'The key.',
    PRIMARY KEY `pk_numbered64` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin COMMENT='Numbered in 64 bits, the number not first.';
CREATE TABLE `by_several` (
    `term` varchar(80) NOT NULL COMMENT 'The second column of the key.',
    `language` varchar(2) NOT NULL COMMENT 'The first column of the key.',
    `text` longtext NOT NULL COMMENT 'Something else.',
    PRIMARY KEY `pk_by_several` (`language`, `term`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin COMMENT='Several columns, in an order that is not the one of the struct.';
CREATE TABLE `keyless` (
    `value` bigint COMMENT 'Something.'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin COMMENT='No key at all.';

-- drop
DROP TABLE `keyless`;
DROP TABLE `by_several`;
DROP TABLE `numbered64`;
DROP TABLE `numbered32`;
DROP TABLE `numbered16`;
DROP TABLE `by_bytes`;
DROP TABLE `by_uuid`;
DROP TABLE `by_text`;
