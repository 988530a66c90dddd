-- create
CREATE TABLE "addresses" (
    "id" BIGINT NOT NULL,
    "email" VARCHAR(100) CHARACTER SET UTF8 NOT NULL,
    CONSTRAINT "pk_addresses" PRIMARY KEY ("id")
);
CREATE INDEX "ix_addresses_email" ON "addresses" COMPUTED BY (LOWER("email"));
CREATE TABLE "boxes" (
    "id" BIGINT NOT NULL,
    "width" BIGINT NOT NULL,
    "height" BIGINT NOT NULL,
    CONSTRAINT "pk_boxes" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ix_boxes_area" ON "boxes" COMPUTED BY ("width" * "height");

-- drop
DROP TABLE "boxes";
DROP TABLE "addresses";
