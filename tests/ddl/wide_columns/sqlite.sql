-- create
CREATE TABLE "text_1" (
    "id" INTEGER NOT NULL,
    "value" TEXT CONSTRAINT "ck_text_1_value" CHECK (length("value") <= 1),
    CONSTRAINT "pk_text_1" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "text_1000" (
    "id" INTEGER NOT NULL,
    "value" TEXT CONSTRAINT "ck_text_1000_value" CHECK (length("value") <= 1000),
    CONSTRAINT "pk_text_1000" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "text_1001" (
    "id" INTEGER NOT NULL,
    "value" TEXT CONSTRAINT "ck_text_1001_value" CHECK (length("value") <= 1001),
    CONSTRAINT "pk_text_1001" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "text_4000" (
    "id" INTEGER NOT NULL,
    "value" TEXT CONSTRAINT "ck_text_4000_value" CHECK (length("value") <= 4000),
    CONSTRAINT "pk_text_4000" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "text_4001" (
    "id" INTEGER NOT NULL,
    "value" TEXT CONSTRAINT "ck_text_4001_value" CHECK (length("value") <= 4001),
    CONSTRAINT "pk_text_4001" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "text_16383" (
    "id" INTEGER NOT NULL,
    "value" TEXT CONSTRAINT "ck_text_16383_value" CHECK (length("value") <= 16383),
    CONSTRAINT "pk_text_16383" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "text_70000" (
    "id" INTEGER NOT NULL,
    "value" TEXT CONSTRAINT "ck_text_70000_value" CHECK (length("value") <= 70000),
    CONSTRAINT "pk_text_70000" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "bytes_1" (
    "id" INTEGER NOT NULL,
    "value" BLOB CONSTRAINT "ck_bytes_1_value" CHECK (length("value") <= 1),
    CONSTRAINT "pk_bytes_1" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "bytes_2000" (
    "id" INTEGER NOT NULL,
    "value" BLOB CONSTRAINT "ck_bytes_2000_value" CHECK (length("value") <= 2000),
    CONSTRAINT "pk_bytes_2000" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "bytes_2001" (
    "id" INTEGER NOT NULL,
    "value" BLOB CONSTRAINT "ck_bytes_2001_value" CHECK (length("value") <= 2001),
    CONSTRAINT "pk_bytes_2001" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "bytes_8001" (
    "id" INTEGER NOT NULL,
    "value" BLOB CONSTRAINT "ck_bytes_8001_value" CHECK (length("value") <= 8001),
    CONSTRAINT "pk_bytes_8001" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "bytes_70000" (
    "id" INTEGER NOT NULL,
    "value" BLOB CONSTRAINT "ck_bytes_70000_value" CHECK (length("value") <= 70000),
    CONSTRAINT "pk_bytes_70000" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "decimal_1_0" (
    "id" INTEGER NOT NULL,
    "value" INTEGER CONSTRAINT "ck_decimal_1_0_value" CHECK ("value" BETWEEN -9 AND 9),
    CONSTRAINT "pk_decimal_1_0" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "decimal_18_18" (
    "id" INTEGER NOT NULL,
    "value" INTEGER CONSTRAINT "ck_decimal_18_18_value" CHECK ("value" BETWEEN -999999999999999999 AND 999999999999999999),
    CONSTRAINT "pk_decimal_18_18" PRIMARY KEY ("id")
) STRICT;
CREATE TABLE "decimal_28_10" (
    "id" INTEGER NOT NULL,
    "value" TEXT,
    CONSTRAINT "pk_decimal_28_10" PRIMARY KEY ("id")
) STRICT;

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
