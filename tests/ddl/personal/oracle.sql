-- create
CREATE TABLE "patients" (
    "id" RAW(16) NOT NULL,
    "name" VARCHAR2(40 CHAR) NOT NULL,
    "email" VARCHAR2(40 CHAR),
    "ward" VARCHAR2(20 CHAR) NOT NULL,
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
