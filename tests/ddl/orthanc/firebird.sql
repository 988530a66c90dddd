-- create
CREATE TABLE "referring_doctors" (
    "id" VARCHAR(50) CHARACTER SET UTF8 NOT NULL,
    "name" VARCHAR(100) CHARACTER SET UTF8 NOT NULL,
    "hpcsa_number" VARCHAR(50) CHARACTER SET UTF8,
    "email" VARCHAR(100) CHARACTER SET UTF8,
    "phone" VARCHAR(50) CHARACTER SET UTF8,
    "practice_name" VARCHAR(100) CHARACTER SET UTF8,
    "specialization" VARCHAR(100) CHARACTER SET UTF8,
    "facility_type" VARCHAR(50) CHARACTER SET UTF8,
    "province" VARCHAR(13) CHARACTER SET UTF8,
    "access_level" VARCHAR(13) CHARACTER SET UTF8 DEFAULT 'view_only' NOT NULL,
    "is_active" BOOLEAN DEFAULT TRUE NOT NULL,
    "created_at" TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "last_access" TIMESTAMP WITH TIME ZONE,
    "referral_patterns" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "notification_preferences" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "email_notifications" BOOLEAN DEFAULT TRUE NOT NULL,
    CONSTRAINT "pk_referring_doctors" PRIMARY KEY ("id"),
    CONSTRAINT "uq_referring_doctors_hpcsa_number" UNIQUE ("hpcsa_number"),
    CONSTRAINT "ck_referring_doctors_province" CHECK ("province" IN ('Eastern Cape', 'Free State', 'Gauteng', 'KwaZulu-Natal', 'Limpopo', 'Mpumalanga', 'North West', 'Northern Cape', 'Western Cape')),
    CONSTRAINT "ck_referring_doctors_access_level" CHECK ("access_level" IN ('view_only', 'download', 'annotate', 'report_access', 'share', 'full_access'))
);
CREATE INDEX "idx_referring_doctors_email" ON "referring_doctors" ("email");
CREATE INDEX "idx_referring_doctors_province" ON "referring_doctors" ("province");
CREATE INDEX "idx_referring_doctors_active" ON "referring_doctors" ("is_active");
CREATE INDEX "idx_referring_doctors_email_notifications" ON "referring_doctors" ("email_notifications");
COMMENT ON TABLE "referring_doctors" IS 'Healthcare professionals who refer patients for imaging';
COMMENT ON COLUMN "referring_doctors"."id" IS 'Made by the client unless given';
COMMENT ON COLUMN "referring_doctors"."name" IS 'Title and full name';
COMMENT ON COLUMN "referring_doctors"."hpcsa_number" IS 'Number in a register of the Health Professions Council of South Africa';
COMMENT ON COLUMN "referring_doctors"."email" IS 'Where notifications go';
COMMENT ON COLUMN "referring_doctors"."phone" IS 'Where short messages go';
COMMENT ON COLUMN "referring_doctors"."practice_name" IS 'The practice or hospital';
COMMENT ON COLUMN "referring_doctors"."specialization" IS 'The field of medicine';
COMMENT ON COLUMN "referring_doctors"."facility_type" IS 'The kind of practice';
COMMENT ON COLUMN "referring_doctors"."province" IS 'Where the practice is';
COMMENT ON COLUMN "referring_doctors"."access_level" IS 'The most this doctor may be granted';
COMMENT ON COLUMN "referring_doctors"."is_active" IS 'Whether the doctor may use the system';
COMMENT ON COLUMN "referring_doctors"."created_at" IS 'When the row was made';
COMMENT ON COLUMN "referring_doctors"."last_access" IS 'When the doctor last opened a study';
COMMENT ON COLUMN "referring_doctors"."referral_patterns" IS 'How often and for what the doctor refers';
COMMENT ON COLUMN "referring_doctors"."notification_preferences" IS 'How the doctor wants to hear of things';
COMMENT ON COLUMN "referring_doctors"."email_notifications" IS 'Whether the doctor wants e-mail at all';
CREATE TABLE "patient_referrals" (
    "id" VARCHAR(50) CHARACTER SET UTF8 NOT NULL,
    "patient_id" VARCHAR(100) CHARACTER SET UTF8 NOT NULL,
    "patient_name" VARCHAR(100) CHARACTER SET UTF8,
    "referring_doctor_id" VARCHAR(50) CHARACTER SET UTF8 NOT NULL,
    "study_instance_uid" VARCHAR(255) CHARACTER SET UTF8,
    "accession_number" VARCHAR(100) CHARACTER SET UTF8,
    "referral_date" TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "study_type" VARCHAR(11) CHARACTER SET UTF8,
    "modality" VARCHAR(50) CHARACTER SET UTF8,
    "clinical_indication" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "priority" VARCHAR(9) CHARACTER SET UTF8 DEFAULT 'routine' NOT NULL,
    "status" VARCHAR(10) CHARACTER SET UTF8 DEFAULT 'pending' NOT NULL,
    "access_granted" BOOLEAN DEFAULT FALSE NOT NULL,
    "access_expires" TIMESTAMP WITH TIME ZONE,
    "notification_sent" BOOLEAN DEFAULT FALSE NOT NULL,
    "patient_contacted" BOOLEAN DEFAULT FALSE NOT NULL,
    "created_at" TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "updated_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "pk_patient_referrals" PRIMARY KEY ("id"),
    CONSTRAINT "ck_patient_referrals_expiry" CHECK ("access_expires" IS NULL OR "access_granted"),
    CONSTRAINT "ck_patient_referrals_study_type" CHECK ("study_type" IN ('xray', 'ct', 'mri', 'ultrasound', 'mammography', 'nuclear', 'pet', 'angiography', 'other')),
    CONSTRAINT "ck_patient_referrals_priority" CHECK ("priority" IN ('routine', 'urgent', 'emergency')),
    CONSTRAINT "ck_patient_referrals_status" CHECK ("status" IN ('pending', 'processing', 'authorized', 'completed', 'failed', 'expired')),
    CONSTRAINT "fk_patient_referrals_referring_doctor_id" FOREIGN KEY ("referring_doctor_id") REFERENCES "referring_doctors" ("id")
);
CREATE INDEX "idx_patient_referrals_patient" ON "patient_referrals" ("patient_id");
CREATE INDEX "idx_patient_referrals_doctor" ON "patient_referrals" ("referring_doctor_id");
CREATE INDEX "idx_patient_referrals_study" ON "patient_referrals" ("study_instance_uid");
CREATE INDEX "idx_patient_referrals_accession" ON "patient_referrals" ("accession_number");
CREATE INDEX "idx_patient_referrals_date" ON "patient_referrals" ("referral_date");
CREATE INDEX "idx_patient_referrals_status" ON "patient_referrals" ("status");
COMMENT ON TABLE "patient_referrals" IS 'Patient referrals and the studies they lead to';
COMMENT ON COLUMN "patient_referrals"."id" IS 'Made by the client unless given';
COMMENT ON COLUMN "patient_referrals"."patient_id" IS 'The patient''s number in the archive';
COMMENT ON COLUMN "patient_referrals"."patient_name" IS 'The patient''s full name';
COMMENT ON COLUMN "patient_referrals"."referring_doctor_id" IS 'Who refers';
COMMENT ON COLUMN "patient_referrals"."study_instance_uid" IS 'The study, once there is one';
COMMENT ON COLUMN "patient_referrals"."accession_number" IS 'The study''s number in the radiology department';
COMMENT ON COLUMN "patient_referrals"."referral_date" IS 'When the doctor referred';
COMMENT ON COLUMN "patient_referrals"."study_type" IS 'What is asked for';
COMMENT ON COLUMN "patient_referrals"."modality" IS 'The DICOM modality';
COMMENT ON COLUMN "patient_referrals"."clinical_indication" IS 'Why it is asked for';
COMMENT ON COLUMN "patient_referrals"."priority" IS 'How soon it is needed';
COMMENT ON COLUMN "patient_referrals"."status" IS 'How far it has come';
COMMENT ON COLUMN "patient_referrals"."access_granted" IS 'Whether the doctor may see the study';
COMMENT ON COLUMN "patient_referrals"."access_expires" IS 'When that ends';
COMMENT ON COLUMN "patient_referrals"."notification_sent" IS 'Whether the doctor was told';
COMMENT ON COLUMN "patient_referrals"."patient_contacted" IS 'Whether the patient was told';
COMMENT ON COLUMN "patient_referrals"."created_at" IS 'When the row was made';
COMMENT ON COLUMN "patient_referrals"."updated_at" IS 'When the row last changed';
CREATE TABLE "patient_authorizations" (
    "id" VARCHAR(50) CHARACTER SET UTF8 NOT NULL,
    "doctor_id" VARCHAR(50) CHARACTER SET UTF8 NOT NULL,
    "patient_id" VARCHAR(100) CHARACTER SET UTF8 NOT NULL,
    "study_instance_uid" VARCHAR(255) CHARACTER SET UTF8,
    "series_instance_uid" VARCHAR(255) CHARACTER SET UTF8,
    "access_level" VARCHAR(13) CHARACTER SET UTF8 DEFAULT 'view_only' NOT NULL,
    "granted_by" VARCHAR(50) CHARACTER SET UTF8 NOT NULL,
    "granted_at" TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP WITH TIME ZONE,
    "is_active" BOOLEAN DEFAULT TRUE NOT NULL,
    "access_count" INTEGER DEFAULT 0 NOT NULL,
    "last_accessed" TIMESTAMP WITH TIME ZONE,
    "purpose" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "restrictions" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "audit_trail" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    CONSTRAINT "pk_patient_authorizations" PRIMARY KEY ("id"),
    CONSTRAINT "ck_patient_authorizations_count" CHECK ("access_count" >= 0),
    CONSTRAINT "ck_patient_authorizations_access_level" CHECK ("access_level" IN ('view_only', 'download', 'annotate', 'report_access', 'share', 'full_access')),
    CONSTRAINT "fk_patient_authorizations_doctor_id" FOREIGN KEY ("doctor_id") REFERENCES "referring_doctors" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "idx_patient_auth_combo" ON "patient_authorizations" COMPUTED BY (CASE WHEN "study_instance_uid" IS NOT NULL THEN CHAR_LENGTH("doctor_id") || ':' || "doctor_id" || CHAR_LENGTH("patient_id") || ':' || "patient_id" || "study_instance_uid" END);
CREATE INDEX "idx_patient_auth_doctor" ON "patient_authorizations" ("doctor_id");
CREATE INDEX "idx_patient_auth_patient" ON "patient_authorizations" ("patient_id");
CREATE INDEX "idx_patient_auth_study" ON "patient_authorizations" ("study_instance_uid");
CREATE INDEX "idx_patient_auth_expires" ON "patient_authorizations" ("expires_at");
CREATE INDEX "idx_patient_auth_active" ON "patient_authorizations" ("is_active");
COMMENT ON TABLE "patient_authorizations" IS 'Which doctor may see which patient''s studies, how far and how long';
COMMENT ON COLUMN "patient_authorizations"."id" IS 'Made by the client unless given';
COMMENT ON COLUMN "patient_authorizations"."doctor_id" IS 'Who may see';
COMMENT ON COLUMN "patient_authorizations"."patient_id" IS 'Whose studies';
COMMENT ON COLUMN "patient_authorizations"."study_instance_uid" IS 'Which study; all of the patient''s if absent';
COMMENT ON COLUMN "patient_authorizations"."series_instance_uid" IS 'Which series of the study; all if absent';
COMMENT ON COLUMN "patient_authorizations"."access_level" IS 'What the doctor may do';
COMMENT ON COLUMN "patient_authorizations"."granted_by" IS 'Who granted it';
COMMENT ON COLUMN "patient_authorizations"."granted_at" IS 'When it was granted';
COMMENT ON COLUMN "patient_authorizations"."expires_at" IS 'When it ends by itself';
COMMENT ON COLUMN "patient_authorizations"."is_active" IS 'Whether it stands; false once expired or revoked';
COMMENT ON COLUMN "patient_authorizations"."access_count" IS 'How often it was used';
COMMENT ON COLUMN "patient_authorizations"."last_accessed" IS 'When it was last used';
COMMENT ON COLUMN "patient_authorizations"."purpose" IS 'What for';
COMMENT ON COLUMN "patient_authorizations"."restrictions" IS 'What is left out';
COMMENT ON COLUMN "patient_authorizations"."audit_trail" IS 'What happened to the grant';
CREATE TABLE "patient_shares" (
    "id" VARCHAR(50) CHARACTER SET UTF8 NOT NULL,
    "patient_id" VARCHAR(100) CHARACTER SET UTF8 NOT NULL,
    "patient_name" VARCHAR(100) CHARACTER SET UTF8,
    "patient_email" VARCHAR(100) CHARACTER SET UTF8,
    "patient_phone" VARCHAR(50) CHARACTER SET UTF8,
    "study_uids" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "series_uids" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "share_token" VARCHAR(255) CHARACTER SET UTF8 NOT NULL,
    "password_hash" VARCHAR(255) CHARACTER SET UTF8,
    "created_by" VARCHAR(50) CHARACTER SET UTF8 NOT NULL,
    "created_at" TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP WITH TIME ZONE,
    "max_downloads" INTEGER DEFAULT 10 NOT NULL,
    "download_count" INTEGER DEFAULT 0 NOT NULL,
    "access_count" INTEGER DEFAULT 0 NOT NULL,
    "last_accessed" TIMESTAMP WITH TIME ZONE,
    "is_active" BOOLEAN DEFAULT TRUE NOT NULL,
    "mobile_optimized" BOOLEAN DEFAULT TRUE NOT NULL,
    "download_permissions" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "access_log" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "notification_history" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    CONSTRAINT "pk_patient_shares" PRIMARY KEY ("id"),
    CONSTRAINT "uq_patient_shares_share_token" UNIQUE ("share_token"),
    CONSTRAINT "ck_patient_shares_downloads" CHECK ("download_count" <= "max_downloads")
);
CREATE INDEX "idx_patient_shares_patient" ON "patient_shares" ("patient_id");
CREATE INDEX "idx_patient_shares_email" ON "patient_shares" ("patient_email");
CREATE INDEX "idx_patient_shares_created" ON "patient_shares" ("created_at");
CREATE INDEX "idx_patient_shares_expires" ON "patient_shares" ("expires_at");
CREATE INDEX "idx_patient_shares_active" ON "patient_shares" ("is_active");
COMMENT ON TABLE "patient_shares" IS 'Secure links through which patients see their own images';
COMMENT ON COLUMN "patient_shares"."id" IS 'Made by the client unless given';
COMMENT ON COLUMN "patient_shares"."patient_id" IS 'Whose images';
COMMENT ON COLUMN "patient_shares"."patient_name" IS 'The patient''s full name';
COMMENT ON COLUMN "patient_shares"."patient_email" IS 'Where the link goes';
COMMENT ON COLUMN "patient_shares"."patient_phone" IS 'Where a short message goes';
COMMENT ON COLUMN "patient_shares"."study_uids" IS 'The studies, separated by commas; all of the patient''s if absent';
COMMENT ON COLUMN "patient_shares"."series_uids" IS 'The series, separated by commas; all of the studies'' if absent';
COMMENT ON COLUMN "patient_shares"."share_token" IS 'The hash of the link''s token; the token itself is nowhere but in the link';
COMMENT ON COLUMN "patient_shares"."password_hash" IS 'The Argon2 hash of the password, if there is one';
COMMENT ON COLUMN "patient_shares"."created_by" IS 'Who made the link';
COMMENT ON COLUMN "patient_shares"."created_at" IS 'When it was made';
COMMENT ON COLUMN "patient_shares"."expires_at" IS 'When it ends by itself';
COMMENT ON COLUMN "patient_shares"."max_downloads" IS 'How many downloads it allows';
COMMENT ON COLUMN "patient_shares"."download_count" IS 'How many there were';
COMMENT ON COLUMN "patient_shares"."access_count" IS 'How often it was opened';
COMMENT ON COLUMN "patient_shares"."last_accessed" IS 'When it was last opened';
COMMENT ON COLUMN "patient_shares"."is_active" IS 'Whether it works';
COMMENT ON COLUMN "patient_shares"."mobile_optimized" IS 'Whether the viewer is made for telephones';
COMMENT ON COLUMN "patient_shares"."download_permissions" IS 'What may be downloaded';
COMMENT ON COLUMN "patient_shares"."access_log" IS 'Who opened it, when, from where';
COMMENT ON COLUMN "patient_shares"."notification_history" IS 'Which messages were sent';
CREATE TABLE "orthanc_configs" (
    "id" VARCHAR(50) CHARACTER SET UTF8 NOT NULL,
    "config_name" VARCHAR(100) CHARACTER SET UTF8 NOT NULL,
    "description" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "config_data" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "config_version" VARCHAR(50) CHARACTER SET UTF8,
    "environment" VARCHAR(11) CHARACTER SET UTF8 DEFAULT 'production' NOT NULL,
    "is_active" BOOLEAN DEFAULT FALSE NOT NULL,
    "is_default" BOOLEAN DEFAULT FALSE NOT NULL,
    "created_by" VARCHAR(50) CHARACTER SET UTF8,
    "created_at" TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "applied_at" TIMESTAMP WITH TIME ZONE,
    "backup_config" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "validation_status" VARCHAR(50) CHARACTER SET UTF8,
    "validation_errors" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    CONSTRAINT "pk_orthanc_configs" PRIMARY KEY ("id"),
    CONSTRAINT "ck_orthanc_configs_environment" CHECK ("environment" IN ('development', 'staging', 'production'))
);
CREATE INDEX "idx_orthanc_config_name" ON "orthanc_configs" ("config_name");
CREATE INDEX "idx_orthanc_config_version" ON "orthanc_configs" ("config_version");
CREATE INDEX "idx_orthanc_config_env" ON "orthanc_configs" ("environment");
CREATE INDEX "idx_orthanc_config_active" ON "orthanc_configs" ("is_active");
CREATE INDEX "idx_orthanc_config_default" ON "orthanc_configs" ("is_default");
COMMENT ON TABLE "orthanc_configs" IS 'Versioned configurations of the Orthanc server';
COMMENT ON COLUMN "orthanc_configs"."id" IS 'Made by the client unless given';
COMMENT ON COLUMN "orthanc_configs"."config_name" IS 'What it is called';
COMMENT ON COLUMN "orthanc_configs"."description" IS 'What it is for';
COMMENT ON COLUMN "orthanc_configs"."config_data" IS 'The configuration itself';
COMMENT ON COLUMN "orthanc_configs"."config_version" IS 'Its version';
COMMENT ON COLUMN "orthanc_configs"."environment" IS 'Where it is used';
COMMENT ON COLUMN "orthanc_configs"."is_active" IS 'Whether the server runs with it';
COMMENT ON COLUMN "orthanc_configs"."is_default" IS 'Whether it is what a new server starts with';
COMMENT ON COLUMN "orthanc_configs"."created_by" IS 'Who wrote it';
COMMENT ON COLUMN "orthanc_configs"."created_at" IS 'When the row was made';
COMMENT ON COLUMN "orthanc_configs"."applied_at" IS 'When the server took it over';
COMMENT ON COLUMN "orthanc_configs"."backup_config" IS 'What it replaced';
COMMENT ON COLUMN "orthanc_configs"."validation_status" IS 'What the validation said';
COMMENT ON COLUMN "orthanc_configs"."validation_errors" IS 'What the validation complained about';
CREATE TABLE "orthanc_server_status" (
    "id" BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL,
    "timestamp" TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "server_status" VARCHAR(8) CHARACTER SET UTF8,
    "process_id" INTEGER,
    "http_port" INTEGER,
    "dicom_port" INTEGER,
    "cpu_usage" DOUBLE PRECISION,
    "memory_usage" BIGINT,
    "disk_usage" BIGINT,
    "active_connections" INTEGER,
    "studies_count" INTEGER,
    "series_count" INTEGER,
    "instances_count" INTEGER,
    "storage_size" BIGINT,
    "error_count" INTEGER,
    "last_error" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "configuration_hash" VARCHAR(255) CHARACTER SET UTF8,
    "uptime_seconds" BIGINT,
    "performance_metrics" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    CONSTRAINT "pk_orthanc_server_status" PRIMARY KEY ("id"),
    CONSTRAINT "ck_orthanc_server_status_server_status" CHECK ("server_status" IN ('running', 'stopped', 'starting', 'error'))
);
CREATE INDEX "idx_server_status_timestamp" ON "orthanc_server_status" ("timestamp");
CREATE INDEX "idx_server_status_status" ON "orthanc_server_status" ("server_status");
CREATE INDEX "idx_server_status_process" ON "orthanc_server_status" ("process_id");
COMMENT ON TABLE "orthanc_server_status" IS 'Samples of the Orthanc server''s health and load';
COMMENT ON COLUMN "orthanc_server_status"."id" IS 'Numbered by the database; 64 bits, for samples come every few seconds for years';
COMMENT ON COLUMN "orthanc_server_status"."timestamp" IS 'When the sample was taken';
COMMENT ON COLUMN "orthanc_server_status"."server_status" IS 'What the server was doing';
COMMENT ON COLUMN "orthanc_server_status"."process_id" IS 'The server''s process';
COMMENT ON COLUMN "orthanc_server_status"."http_port" IS 'Where it listens for browsers';
COMMENT ON COLUMN "orthanc_server_status"."dicom_port" IS 'Where it listens for modalities';
COMMENT ON COLUMN "orthanc_server_status"."cpu_usage" IS 'Per cent of all cores';
COMMENT ON COLUMN "orthanc_server_status"."memory_usage" IS 'Bytes';
COMMENT ON COLUMN "orthanc_server_status"."disk_usage" IS 'Bytes';
COMMENT ON COLUMN "orthanc_server_status"."active_connections" IS 'Open connections';
COMMENT ON COLUMN "orthanc_server_status"."studies_count" IS 'Studies in the archive';
COMMENT ON COLUMN "orthanc_server_status"."series_count" IS 'Series in the archive';
COMMENT ON COLUMN "orthanc_server_status"."instances_count" IS 'Images in the archive';
COMMENT ON COLUMN "orthanc_server_status"."storage_size" IS 'Bytes of images';
COMMENT ON COLUMN "orthanc_server_status"."error_count" IS 'Errors since the start';
COMMENT ON COLUMN "orthanc_server_status"."last_error" IS 'The last of them';
COMMENT ON COLUMN "orthanc_server_status"."configuration_hash" IS 'The hash of the configuration it runs with';
COMMENT ON COLUMN "orthanc_server_status"."uptime_seconds" IS 'Seconds since the start';
COMMENT ON COLUMN "orthanc_server_status"."performance_metrics" IS 'Anything else that was measured';
CREATE TABLE "audit_logs" (
    "id" VARCHAR(50) CHARACTER SET UTF8 NOT NULL,
    "timestamp" TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "user_id" VARCHAR(50) CHARACTER SET UTF8,
    "user_type" VARCHAR(9) CHARACTER SET UTF8,
    "user_name" VARCHAR(100) CHARACTER SET UTF8,
    "hpcsa_number" VARCHAR(50) CHARACTER SET UTF8,
    "action" VARCHAR(100) CHARACTER SET UTF8 NOT NULL,
    "resource_type" VARCHAR(13) CHARACTER SET UTF8,
    "resource_id" VARCHAR(255) CHARACTER SET UTF8,
    "patient_id" VARCHAR(100) CHARACTER SET UTF8,
    "study_instance_uid" VARCHAR(255) CHARACTER SET UTF8,
    "details" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "ip_address" VARCHAR(45) CHARACTER SET UTF8,
    "user_agent" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "session_id" VARCHAR(100) CHARACTER SET UTF8,
    "success" BOOLEAN DEFAULT TRUE NOT NULL,
    "error_message" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "compliance_flags" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "retention_date" DATE,
    CONSTRAINT "pk_audit_logs" PRIMARY KEY ("id"),
    CONSTRAINT "ck_audit_logs_failure" CHECK ("success" OR "error_message" IS NOT NULL),
    CONSTRAINT "ck_audit_logs_user_type" CHECK ("user_type" IN ('admin', 'doctor', 'patient', 'system', 'anonymous')),
    CONSTRAINT "ck_audit_logs_resource_type" CHECK ("resource_type" IN ('patient', 'study', 'series', 'instance', 'doctor', 'authorization', 'share', 'config', 'user', 'session', 'system'))
);
CREATE INDEX "idx_audit_resource" ON "audit_logs" ("resource_type", "resource_id");
CREATE INDEX "idx_audit_timestamp" ON "audit_logs" ("timestamp");
CREATE INDEX "idx_audit_user" ON "audit_logs" ("user_id");
CREATE INDEX "idx_audit_hpcsa" ON "audit_logs" ("hpcsa_number");
CREATE INDEX "idx_audit_action" ON "audit_logs" ("action");
CREATE INDEX "idx_audit_patient" ON "audit_logs" ("patient_id");
CREATE INDEX "idx_audit_study" ON "audit_logs" ("study_instance_uid");
CREATE INDEX "idx_audit_session" ON "audit_logs" ("session_id");
CREATE INDEX "idx_audit_retention" ON "audit_logs" ("retention_date");
COMMENT ON TABLE "audit_logs" IS 'Audit trail for HPCSA and POPIA';
COMMENT ON COLUMN "audit_logs"."id" IS 'Made by the client unless given';
COMMENT ON COLUMN "audit_logs"."timestamp" IS 'When it happened';
COMMENT ON COLUMN "audit_logs"."user_id" IS 'Who did it';
COMMENT ON COLUMN "audit_logs"."user_type" IS 'What kind of user';
COMMENT ON COLUMN "audit_logs"."user_name" IS 'The user''s name';
COMMENT ON COLUMN "audit_logs"."hpcsa_number" IS 'The user''s number, if a doctor';
COMMENT ON COLUMN "audit_logs"."action" IS 'What was done: one of `vocabulary::action`, or another word';
COMMENT ON COLUMN "audit_logs"."resource_type" IS 'The kind of thing it was done to';
COMMENT ON COLUMN "audit_logs"."resource_id" IS 'The thing it was done to';
COMMENT ON COLUMN "audit_logs"."patient_id" IS 'Whose data it was';
COMMENT ON COLUMN "audit_logs"."study_instance_uid" IS 'Which study';
COMMENT ON COLUMN "audit_logs"."details" IS 'Anything more';
COMMENT ON COLUMN "audit_logs"."ip_address" IS 'From which address';
COMMENT ON COLUMN "audit_logs"."user_agent" IS 'With which program';
COMMENT ON COLUMN "audit_logs"."session_id" IS 'In which session';
COMMENT ON COLUMN "audit_logs"."success" IS 'Whether it worked';
COMMENT ON COLUMN "audit_logs"."error_message" IS 'Why it did not';
COMMENT ON COLUMN "audit_logs"."compliance_flags" IS 'Which rules it concerns';
COMMENT ON COLUMN "audit_logs"."retention_date" IS 'From when on the row may go';
CREATE TABLE "notification_queue" (
    "id" VARCHAR(50) CHARACTER SET UTF8 NOT NULL,
    "recipient_type" VARCHAR(9) CHARACTER SET UTF8,
    "recipient_id" VARCHAR(50) CHARACTER SET UTF8,
    "recipient_email" VARCHAR(100) CHARACTER SET UTF8,
    "recipient_phone" VARCHAR(50) CHARACTER SET UTF8,
    "notification_type" VARCHAR(17) CHARACTER SET UTF8,
    "subject" VARCHAR(255) CHARACTER SET UTF8,
    "message" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "message_html" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "language" VARCHAR(3) CHARACTER SET UTF8 DEFAULT 'en' NOT NULL,
    "priority" VARCHAR(6) CHARACTER SET UTF8 DEFAULT 'normal' NOT NULL,
    "status" VARCHAR(9) CHARACTER SET UTF8 DEFAULT 'pending' NOT NULL,
    "attempts" INTEGER DEFAULT 0 NOT NULL,
    "max_attempts" INTEGER DEFAULT 3 NOT NULL,
    "created_at" TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "scheduled_at" TIMESTAMP WITH TIME ZONE,
    "sent_at" TIMESTAMP WITH TIME ZONE,
    "error_message" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    "metadata" BLOB SUB_TYPE TEXT CHARACTER SET UTF8,
    CONSTRAINT "pk_notification_queue" PRIMARY KEY ("id"),
    CONSTRAINT "ck_notification_queue_attempts" CHECK ("attempts" >= 0 AND "max_attempts" > 0),
    CONSTRAINT "ck_notification_queue_recipient_type" CHECK ("recipient_type" IN ('admin', 'doctor', 'patient', 'system', 'anonymous')),
    CONSTRAINT "ck_notification_queue_notification_type" CHECK ("notification_type" IN ('study_ready', 'link_created', 'access_granted', 'access_expiring', 'referral_received', 'system_alert')),
    CONSTRAINT "ck_notification_queue_language" CHECK ("language" IN ('en', 'af', 'zu', 'xh', 'nso', 'st', 'tn', 'ts', 'ss', 've', 'nr')),
    CONSTRAINT "ck_notification_queue_priority" CHECK ("priority" IN ('low', 'normal', 'high', 'urgent')),
    CONSTRAINT "ck_notification_queue_status" CHECK ("status" IN ('pending', 'sending', 'sent', 'failed', 'cancelled'))
);
CREATE INDEX "idx_notification_recipient" ON "notification_queue" ("recipient_type", "recipient_id");
CREATE INDEX "idx_notification_type" ON "notification_queue" ("notification_type");
CREATE INDEX "idx_notification_priority" ON "notification_queue" ("priority");
CREATE INDEX "idx_notification_status" ON "notification_queue" ("status");
CREATE INDEX "idx_notification_scheduled" ON "notification_queue" ("scheduled_at");
COMMENT ON TABLE "notification_queue" IS 'Outgoing e-mail and SMS, with retries';
COMMENT ON COLUMN "notification_queue"."id" IS 'Made by the client unless given';
COMMENT ON COLUMN "notification_queue"."recipient_type" IS 'What kind of recipient';
COMMENT ON COLUMN "notification_queue"."recipient_id" IS 'Which one';
COMMENT ON COLUMN "notification_queue"."recipient_email" IS 'Where the e-mail goes';
COMMENT ON COLUMN "notification_queue"."recipient_phone" IS 'Where the short message goes';
COMMENT ON COLUMN "notification_queue"."notification_type" IS 'What it is about';
COMMENT ON COLUMN "notification_queue"."subject" IS 'The subject line';
COMMENT ON COLUMN "notification_queue"."message" IS 'The message as plain text';
COMMENT ON COLUMN "notification_queue"."message_html" IS 'The message as HTML';
COMMENT ON COLUMN "notification_queue"."language" IS 'The language it is written in';
COMMENT ON COLUMN "notification_queue"."priority" IS 'How soon it must go';
COMMENT ON COLUMN "notification_queue"."status" IS 'How far it has come';
COMMENT ON COLUMN "notification_queue"."attempts" IS 'How often it was tried';
COMMENT ON COLUMN "notification_queue"."max_attempts" IS 'How often it may be tried';
COMMENT ON COLUMN "notification_queue"."created_at" IS 'When the row was made';
COMMENT ON COLUMN "notification_queue"."scheduled_at" IS 'When it should go; at once if absent';
COMMENT ON COLUMN "notification_queue"."sent_at" IS 'When it went';
COMMENT ON COLUMN "notification_queue"."error_message" IS 'Why it did not';
COMMENT ON COLUMN "notification_queue"."metadata" IS 'Anything the sender wants to keep';

-- drop
DROP TABLE "notification_queue";
DROP TABLE "audit_logs";
DROP TABLE "orthanc_server_status";
DROP TABLE "orthanc_configs";
DROP TABLE "patient_shares";
DROP TABLE "patient_authorizations";
DROP TABLE "patient_referrals";
DROP TABLE "referring_doctors";
