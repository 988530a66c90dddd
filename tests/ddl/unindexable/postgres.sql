-- create
CREATE TABLE "indexed_text" (
    "id" bigint NOT NULL,
    "value" text NOT NULL,
    CONSTRAINT "pk_indexed_text" PRIMARY KEY ("id")
);
CREATE INDEX "ix_indexed_text_value" ON "indexed_text" ("value");
CREATE TABLE "indexed_1000" (
    "id" bigint NOT NULL,
    "value" varchar(1000) NOT NULL,
    CONSTRAINT "pk_indexed_1000" PRIMARY KEY ("id")
);
CREATE INDEX "ix_indexed_1000_value" ON "indexed_1000" ("value");
CREATE TABLE "indexed_blob" (
    "id" bigint NOT NULL,
    "value" bytea NOT NULL,
    CONSTRAINT "pk_indexed_blob" PRIMARY KEY ("id")
);
CREATE INDEX "ix_indexed_blob_value" ON "indexed_blob" ("value");
CREATE TABLE "indexed_json" (
    "id" bigint NOT NULL,
    "value" jsonb NOT NULL,
    CONSTRAINT "pk_indexed_json" PRIMARY KEY ("id")
);
CREATE INDEX "ix_indexed_json_value" ON "indexed_json" ("value");
CREATE TABLE "lowered_text" (
    "id" bigint NOT NULL,
    "value" text NOT NULL,
    CONSTRAINT "pk_lowered_text" PRIMARY KEY ("id")
);
CREATE INDEX "ix_lowered_text_value" ON "lowered_text" ((LOWER("value")));
CREATE TABLE "measured_text" (
    "id" bigint NOT NULL,
    "value" text NOT NULL,
    CONSTRAINT "pk_measured_text" PRIMARY KEY ("id")
);
CREATE INDEX "ix_measured_text_value" ON "measured_text" ((LENGTH("value")));
CREATE TABLE "lowered_508" (
    "id" bigint NOT NULL,
    "value" varchar(508) NOT NULL,
    CONSTRAINT "pk_lowered_508" PRIMARY KEY ("id")
);
CREATE INDEX "ix_lowered_508_value" ON "lowered_508" ((LOWER("value")));
CREATE TABLE "lowered_512" (
    "id" bigint NOT NULL,
    "value" varchar(512) NOT NULL,
    CONSTRAINT "pk_lowered_512" PRIMARY KEY ("id")
);
CREATE INDEX "ix_lowered_512_value" ON "lowered_512" ((LOWER("value")));
CREATE TABLE "lowered_513" (
    "id" bigint NOT NULL,
    "value" varchar(513) NOT NULL,
    CONSTRAINT "pk_lowered_513" PRIMARY KEY ("id")
);
CREATE INDEX "ix_lowered_513_value" ON "lowered_513" ((LOWER("value")));
CREATE TABLE "cut_2000" (
    "id" bigint NOT NULL,
    "value" varchar(2000) NOT NULL,
    CONSTRAINT "pk_cut_2000" PRIMARY KEY ("id")
);
CREATE INDEX "ix_cut_2000_value" ON "cut_2000" ((SUBSTR("value", 1, 100)));
CREATE TABLE "joined_300" (
    "id" bigint NOT NULL,
    "value" varchar(300) NOT NULL,
    CONSTRAINT "pk_joined_300" PRIMARY KEY ("id")
);
CREATE INDEX "ix_joined_300_value" ON "joined_300" (("value" || "value"));
CREATE TABLE "other_300" (
    "id" bigint NOT NULL,
    "value" varchar(300) NOT NULL,
    CONSTRAINT "pk_other_300" PRIMARY KEY ("id")
);
CREATE INDEX "ix_other_300_value" ON "other_300" ((COALESCE("value", 'none')));
CREATE TABLE "unique_text" (
    "id" bigint NOT NULL,
    "value" text NOT NULL,
    CONSTRAINT "pk_unique_text" PRIMARY KEY ("id"),
    CONSTRAINT "uq_unique_text_value" UNIQUE ("value")
);
CREATE TABLE "unique_255" (
    "id" bigint NOT NULL,
    "value" varchar(255) NOT NULL,
    CONSTRAINT "pk_unique_255" PRIMARY KEY ("id"),
    CONSTRAINT "uq_unique_255_value" UNIQUE ("value")
);
CREATE TABLE "unique_1000" (
    "id" bigint NOT NULL,
    "value" varchar(1000) NOT NULL,
    CONSTRAINT "pk_unique_1000" PRIMARY KEY ("id"),
    CONSTRAINT "uq_unique_1000_value" UNIQUE ("value")
);
CREATE TABLE "keyed_text" (
    "id" text NOT NULL,
    CONSTRAINT "pk_keyed_text" PRIMARY KEY ("id")
);
CREATE TABLE "keyed_450" (
    "id" varchar(450) NOT NULL,
    CONSTRAINT "pk_keyed_450" PRIMARY KEY ("id")
);
CREATE TABLE "keyed_451" (
    "id" varchar(451) NOT NULL,
    CONSTRAINT "pk_keyed_451" PRIMARY KEY ("id")
);

-- drop
DROP TABLE "keyed_451";
DROP TABLE "keyed_450";
DROP TABLE "keyed_text";
DROP TABLE "unique_1000";
DROP TABLE "unique_255";
DROP TABLE "unique_text";
DROP TABLE "other_300";
DROP TABLE "joined_300";
DROP TABLE "cut_2000";
DROP TABLE "lowered_513";
DROP TABLE "lowered_512";
DROP TABLE "lowered_508";
DROP TABLE "measured_text";
DROP TABLE "lowered_text";
DROP TABLE "indexed_json";
DROP TABLE "indexed_blob";
DROP TABLE "indexed_1000";
DROP TABLE "indexed_text";
