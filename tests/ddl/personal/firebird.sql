-- create
CREATE TABLE "patients" (
    "id" BINARY(16) NOT NULL,
    "name" VARCHAR(40) CHARACTER SET UTF8 NOT NULL,
    "email" VARCHAR(40) CHARACTER SET UTF8,
    "ward" VARCHAR(20) CHARACTER SET UTF8 NOT NULL,
    CONSTRAINT "pk_patients" PRIMARY KEY ("id"),
    CONSTRAINT "uq_patients_email" UNIQUE ("email")
);
COMMENT ON TABLE "patients" IS 'A patient: most of it is nobody''s business.';
COMMENT ON COLUMN "patients"."id" IS 'Made by the client.';
COMMENT ON COLUMN "patients"."name" IS 'Personal.';
COMMENT ON COLUMN "patients"."email" IS 'Personal and unique, so that it could stand in a message about a violation.';
COMMENT ON COLUMN "patients"."ward" IS 'Not personal.';

-- drop
DROP TABLE "patients";
