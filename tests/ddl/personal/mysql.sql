-- create
CREATE TABLE `patients` (
    `id` binary(16) NOT NULL COMMENT 'Made by the client.',
    `name` varchar(40) NOT NULL COMMENT 'Personal.',
    `email` varchar(40) COMMENT 'Personal and unique, so that it could stand in a message about a violation.',
    `ward` varchar(20) NOT NULL COMMENT 'Not personal.',
    PRIMARY KEY `pk_patients` (`id`),
    UNIQUE KEY `uq_patients_email` (`email`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin COMMENT='A patient: most of it is nobody''s business.';

-- drop
DROP TABLE `patients`;
