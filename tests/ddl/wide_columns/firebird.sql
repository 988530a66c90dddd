-- create
CREATE TABLE "text_1" (
    "id" BIGINT NOT NULL,
    "value" VARCHAR(1) CHARACTER SET UTF8,
    CONSTRAINT "pk_text_1" PRIMARY KEY ("id")
);
CREATE TABLE "text_1000" (
    "id" BIGINT NOT NULL,
    "value" VARCHAR(1000) CHARACTER SET UTF8,
    CONSTRAINT "pk_text_1000" PRIMARY KEY ("id")
);
CREATE TABLE "text_1001" (
    "id" BIGINT NOT NULL,
    "value" VARCHAR(1001) CHARACTER SET UTF8,
    CONSTRAINT "pk_text_1001" PRIMARY KEY ("id")
);
CREATE TABLE "text_4000" (
    "id" BIGINT NOT NULL,
    "value" VARCHAR(4000) CHARACTER SET UTF8,
    CONSTRAINT "pk_text_4000" PRIMARY KEY ("id")
);
CREATE TABLE "text_4001" (
    "id" BIGINT NOT NULL,
    "value" VARCHAR(4001) CHARACTER SET UTF8,
    CONSTRAINT "pk_text_4001" PRIMARY KEY ("id")
);
CREATE TABLE "text_16383" (
    "id" BIGINT NOT NULL,
    "value" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    CONSTRAINT "pk_text_16383" PRIMARY KEY ("id"),
    CONSTRAINT "ck_text_16383_value" CHECK (CHAR_LENGTH("value") <= 16383)
);
CREATE TABLE "text_70000" (
    "id" BIGINT NOT NULL,
    "value" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    CONSTRAINT "pk_text_70000" PRIMARY KEY ("id"),
    CONSTRAINT "ck_text_70000_value" CHECK (CHAR_LENGTH("value") <= 70000)
);
CREATE TABLE "bytes_1" (
    "id" BIGINT NOT NULL,
    "value" VARBINARY(1),
    CONSTRAINT "pk_bytes_1" PRIMARY KEY ("id")
);
CREATE TABLE "bytes_2000" (
    "id" BIGINT NOT NULL,
    "value" VARBINARY(2000),
    CONSTRAINT "pk_bytes_2000" PRIMARY KEY ("id")
);
CREATE TABLE "bytes_2001" (
    "id" BIGINT NOT NULL,
    "value" VARBINARY(2001),
    CONSTRAINT "pk_bytes_2001" PRIMARY KEY ("id")
);
CREATE TABLE "bytes_8001" (
    "id" BIGINT NOT NULL,
    "value" VARBINARY(8001),
    CONSTRAINT "pk_bytes_8001" PRIMARY KEY ("id")
);
CREATE TABLE "bytes_70000" (
    "id" BIGINT NOT NULL,
    "value" BLOB SUB_TYPE BINARY,
    CONSTRAINT "pk_bytes_70000" PRIMARY KEY ("id"),
    CONSTRAINT "ck_bytes_70000_value" CHECK (OCTET_LENGTH("value") <= 70000)
);
CREATE TABLE "decimal_1_0" (
    "id" BIGINT NOT NULL,
    "value" DECIMAL(1, 0),
    CONSTRAINT "pk_decimal_1_0" PRIMARY KEY ("id"),
    CONSTRAINT "ck_decimal_1_0_value" CHECK ("value" BETWEEN -9 AND 9)
);
CREATE TABLE "decimal_18_18" (
    "id" BIGINT NOT NULL,
    "value" DECIMAL(18, 18),
    CONSTRAINT "pk_decimal_18_18" PRIMARY KEY ("id"),
    CONSTRAINT "ck_decimal_18_18_value" CHECK ("value" BETWEEN -0.999999999999999999 AND 0.999999999999999999)
);
CREATE TABLE "decimal_28_10" (
    "id" BIGINT NOT NULL,
    "value" DECIMAL(28, 10),
    CONSTRAINT "pk_decimal_28_10" PRIMARY KEY ("id"),
    CONSTRAINT "ck_decimal_28_10_value" CHECK ("value" BETWEEN -999999999999999999.9999999999 AND 999999999999999999.9999999999)
);

-- drop
DROP TABLE "decimal_28_10";
DROP TABLE "decimal_18_18";
DROP TABLE "decimal_1_0";
DROP TABLE "bytes_70000";
DROP TABLE "bytes_8001";
DROP TABLE "bytes_2001";
DROP TABLE "bytes_2000";
DROP TABLE "bytes_1";
DROP TABLE "text_70000";
DROP TABLE "text_16383";
DROP TABLE "text_4001";
DROP TABLE "text_4000";
DROP TABLE "text_1001";
DROP TABLE "text_1000";
DROP TABLE "text_1";
