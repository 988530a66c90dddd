-- create
CREATE TABLE "required" (
    "id" NUMBER(19) NOT NULL,
    "first" NUMBER(10) NOT NULL,
    "second" NUMBER(10) NOT NULL,
    "word" VARCHAR2(20 CHAR) NOT NULL,
    "number" NUMBER(19) NOT NULL,
    CONSTRAINT "pk_required" PRIMARY KEY ("id"),
    CONSTRAINT "uq_required_first_second" UNIQUE ("first", "second"),
    CONSTRAINT "one_word" UNIQUE ("word"),
    CONSTRAINT "uq_required_number" UNIQUE ("number")
);
COMMENT ON TABLE "required" IS 'Required columns.';
COMMENT ON COLUMN "required"."id" IS 'The key.';
COMMENT ON COLUMN "required"."first" IS 'Unique with the second.';
COMMENT ON COLUMN "required"."second" IS 'Unique with the first.';
COMMENT ON COLUMN "required"."word" IS 'Unique under a name of one''s own.';
COMMENT ON COLUMN "required"."number" IS 'Unique alone.';
CREATE TABLE "nullable" (
    "id" NUMBER(19) NOT NULL,
    "word" VARCHAR2(20 CHAR),
    "first" NUMBER(10),
    "second" NUMBER(10),
    "required" NUMBER(10) NOT NULL,
    CONSTRAINT "pk_nullable" PRIMARY KEY ("id"),
    CONSTRAINT "uq_nullable_word" UNIQUE ("word")
);
CREATE UNIQUE INDEX "uq_nullable_first_second" ON "nullable" (CASE WHEN "first" IS NOT NULL AND "second" IS NOT NULL THEN "first" END, CASE WHEN "first" IS NOT NULL AND "second" IS NOT NULL THEN "second" END);
CREATE UNIQUE INDEX "ix_nullable_mixed" ON "nullable" (CASE WHEN "second" IS NOT NULL THEN "required" END, CASE WHEN "second" IS NOT NULL THEN "second" END);
COMMENT ON TABLE "nullable" IS 'Nullable columns.';
COMMENT ON COLUMN "nullable"."id" IS 'The key.';
COMMENT ON COLUMN "nullable"."word" IS 'Unique alone.';
COMMENT ON COLUMN "nullable"."first" IS 'Unique with the second.';
COMMENT ON COLUMN "nullable"."second" IS 'Unique with the first, and with the required one.';
COMMENT ON COLUMN "nullable"."required" IS 'Unique with the second.';

-- drop
DROP TABLE "nullable";
DROP TABLE "required";
