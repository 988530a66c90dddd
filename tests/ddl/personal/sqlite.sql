-- create
CREATE TABLE "patients" (
    "id" BLOB NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "ward" TEXT NOT NULL,
    CONSTRAINT "pk_patients" PRIMARY KEY ("id"),
    CONSTRAINT "uq_patients_email" UNIQUE ("email"),
    CONSTRAINT "ck_patients_id" CHECK (length("id") = 16),
    CONSTRAINT "ck_patients_name" CHECK (length("name") <= 40),
    CONSTRAINT "ck_patients_email" CHECK (length("email") <= 40),
    CONSTRAINT "ck_patients_ward" CHECK (length("ward") <= 20)
) STRICT;

-- drop
DROP TABLE "patients";
