-- create
CREATE TABLE "text_1" (
    "id" bigint NOT NULL,
    "value" varchar(1),
    CONSTRAINT "pk_text_1" PRIMARY KEY ("id")
);
CREATE TABLE "text_1000" (
    "id" bigint NOT NULL,
    "value" varchar(1000),
    CONSTRAINT "pk_text_1000" PRIMARY KEY ("id")
);
CREATE TABLE "text_1001" (
    "id" bigint NOT NULL,
    "value" varchar(1001),
    CONSTRAINT "pk_text_1001" PRIMARY KEY ("id")
);
CREATE TABLE "text_4000" (
    "id" bigint NOT NULL,
    "value" varchar(4000),
    CONSTRAINT "pk_text_4000" PRIMARY KEY ("id")
);
CREATE TABLE "text_4001" (
    "id" bigint NOT NULL,
    "value" varchar(4001),
    CONSTRAINT "pk_text_4001" PRIMARY KEY ("id")
);
CREATE TABLE "text_16383" (
    "id" bigint NOT NULL,
    "value" varchar(16383),
    CONSTRAINT "pk_text_16383" PRIMARY KEY ("id")
);
CREATE TABLE "text_70000" (
    "id" bigint NOT NULL,
    "value" varchar(70000),
    CONSTRAINT "pk_text_70000" PRIMARY KEY ("id")
);
CREATE TABLE "bytes_1" (
    "id" bigint NOT NULL,
    "value" bytea,
    CONSTRAINT "pk_bytes_1" PRIMARY KEY ("id"),
    CONSTRAINT "ck_bytes_1_value" CHECK (octet_length("value") <= 1)
);
CREATE TABLE "bytes_2000" (
    "id" bigint NOT NULL,
    "value" bytea,
    CONSTRAINT "pk_bytes_2000" PRIMARY KEY ("id"),
    CONSTRAINT "ck_bytes_2000_value" CHECK (octet_length("value") <= 2000)
);
CREATE TABLE "bytes_2001" (
    "id" bigint NOT NULL,
    "value" bytea,
    CONSTRAINT "pk_bytes_2001" PRIMARY KEY ("id"),
    CONSTRAINT "ck_bytes_2001_value" CHECK (octet_length("value") <= 2001)
);
CREATE TABLE "bytes_8001" (
    "id" bigint NOT NULL,
    "value" bytea,
    CONSTRAINT "pk_bytes_8001" PRIMARY KEY ("id"),
    CONSTRAINT "ck_bytes_8001_value" CHECK (octet_length("value") <= 8001)
);
CREATE TABLE "bytes_70000" (
    "id" bigint NOT NULL,
    "value" bytea,
    CONSTRAINT "pk_bytes_70000" PRIMARY KEY ("id"),
    CONSTRAINT "ck_bytes_70000_value" CHECK (octet_length("value") <= 70000)
);
CREATE TABLE "decimal_1_0" (
    "id" bigint NOT NULL,
    "value" numeric(1, 0),
    CONSTRAINT "pk_decimal_1_0" PRIMARY KEY ("id")
);
CREATE TABLE "decimal_18_18" (
    "id" bigint NOT NULL,
    "value" numeric(18, 18),
    CONSTRAINT "pk_decimal_18_18" PRIMARY KEY ("id")
);
CREATE TABLE "decimal_28_10" (
    "id" bigint NOT NULL,
    "value" numeric(28, 10),
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
