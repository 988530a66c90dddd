-- create
CREATE TABLE "text_1" (
    "id" NUMBER(19) NOT NULL,
    "value" VARCHAR2(1 CHAR),
    CONSTRAINT "pk_text_1" PRIMARY KEY ("id")
);
CREATE TABLE "text_1000" (
    "id" NUMBER(19) NOT NULL,
    "value" VARCHAR2(1000 CHAR),
    CONSTRAINT "pk_text_1000" PRIMARY KEY ("id")
);
CREATE TABLE "text_1001" (
    "id" NUMBER(19) NOT NULL,
    "value" VARCHAR2(1001 CHAR),
    CONSTRAINT "pk_text_1001" PRIMARY KEY ("id")
);
CREATE TABLE "text_4000" (
    "id" NUMBER(19) NOT NULL,
    "value" VARCHAR2(4000 CHAR),
    CONSTRAINT "pk_text_4000" PRIMARY KEY ("id")
);
CREATE TABLE "text_4001" (
    "id" NUMBER(19) NOT NULL,
    "value" CLOB,
    CONSTRAINT "pk_text_4001" PRIMARY KEY ("id"),
    CONSTRAINT "ck_text_4001_value" CHECK (LENGTH("value") <= 4001)
);
CREATE TABLE "text_16383" (
    "id" NUMBER(19) NOT NULL,
    "value" CLOB,
    CONSTRAINT "pk_text_16383" PRIMARY KEY ("id"),
    CONSTRAINT "ck_text_16383_value" CHECK (LENGTH("value") <= 16383)
);
CREATE TABLE "text_70000" (
    "id" NUMBER(19) NOT NULL,
    "value" CLOB,
    CONSTRAINT "pk_text_70000" PRIMARY KEY ("id"),
    CONSTRAINT "ck_text_70000_value" CHECK (LENGTH("value") <= 70000)
);
CREATE TABLE "bytes_1" (
    "id" NUMBER(19) NOT NULL,
    "value" RAW(1),
    CONSTRAINT "pk_bytes_1" PRIMARY KEY ("id")
);
CREATE TABLE "bytes_2000" (
    "id" NUMBER(19) NOT NULL,
    "value" RAW(2000),
    CONSTRAINT "pk_bytes_2000" PRIMARY KEY ("id")
);
CREATE TABLE "bytes_2001" (
    "id" NUMBER(19) NOT NULL,
    "value" BLOB,
    CONSTRAINT "pk_bytes_2001" PRIMARY KEY ("id"),
    CONSTRAINT "ck_bytes_2001_value" CHECK (LENGTH("value") <= 2001)
);
CREATE TABLE "bytes_8001" (
    "id" NUMBER(19) NOT NULL,
    "value" BLOB,
    CONSTRAINT "pk_bytes_8001" PRIMARY KEY ("id"),
    CONSTRAINT "ck_bytes_8001_value" CHECK (LENGTH("value") <= 8001)
);
CREATE TABLE "bytes_70000" (
    "id" NUMBER(19) NOT NULL,
    "value" BLOB,
    CONSTRAINT "pk_bytes_70000" PRIMARY KEY ("id"),
    CONSTRAINT "ck_bytes_70000_value" CHECK (LENGTH("value") <= 70000)
);
CREATE TABLE "decimal_1_0" (
    "id" NUMBER(19) NOT NULL,
    "value" NUMBER(1, 0),
    CONSTRAINT "pk_decimal_1_0" PRIMARY KEY ("id")
);
CREATE TABLE "decimal_18_18" (
    "id" NUMBER(19) NOT NULL,
    "value" NUMBER(18, 18),
    CONSTRAINT "pk_decimal_18_18" PRIMARY KEY ("id")
);
CREATE TABLE "decimal_28_10" (
    "id" NUMBER(19) NOT NULL,
    "value" NUMBER(28, 10),
    CONSTRAINT "pk_decimal_28_10" PRIMARY KEY ("id")
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
