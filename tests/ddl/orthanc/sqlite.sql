-- create
CREATE TABLE "referring_doctors" (
    "id" TEXT NOT NULL CONSTRAINT "ck_referring_doctors_id" CHECK (length("id") <= 50),
    "name" TEXT NOT NULL CONSTRAINT "ck_referring_doctors_name" CHECK (length("name") <= 100),
    "hpcsa_number" TEXT CONSTRAINT "ck_referring_doctors_hpcsa_number" CHECK (length("hpcsa_number") <= 50),
    "email" TEXT CONSTRAINT "ck_referring_doctors_email" CHECK (length("email") <= 100),
    "phone" TEXT CONSTRAINT "ck_referring_doctors_phone" CHECK (length("phone") <= 50),
    "practice_name" TEXT CONSTRAINT "ck_referring_doctors_practice_name" CHECK (length("practice_name") <= 100),
    "specialization" TEXT CONSTRAINT "ck_referring_doctors_specialization" CHECK (length("specialization") <= 100),
    "facility_type" TEXT CONSTRAINT "ck_referring_doctors_facility_type" CHECK (length("facility_type") <= 50),
    "province" TEXT CONSTRAINT "ck_referring_doctors_province" CHECK ("province" IN ('Eastern Cape', 'Free State', 'Gauteng', 'KwaZulu-Natal', 'Limpopo', 'Mpumalanga', 'North West', 'Northern Cape', 'Western Cape')),
    "access_level" TEXT DEFAULT 'view_only' NOT NULL CONSTRAINT "ck_referring_doctors_access_level" CHECK ("access_level" IN ('view_only', 'download', 'annotate', 'report_access', 'share', 'full_access')),
    "is_active" INTEGER DEFAULT 1 NOT NULL CONSTRAINT "ck_referring_doctors_is_active" CHECK ("is_active" IN (0, 1)),
    "created_at" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "last_access" TEXT,
    "referral_patterns" TEXT CONSTRAINT "ck_referring_doctors_referral_patterns" CHECK (json_valid("referral_patterns")),
    "notification_preferences" TEXT CONSTRAINT "ck_referring_doctors_notification_preferences" CHECK (json_valid("notification_preferences")),
    "email_notifications" INTEGER DEFAULT 1 NOT NULL CONSTRAINT "ck_referring_doctors_email_notifications" CHECK ("email_notifications" IN (0, 1)),
    CONSTRAINT "pk_referring_doctors" PRIMARY KEY ("id"),
    CONSTRAINT "uq_referring_doctors_hpcsa_number" UNIQUE ("hpcsa_number")
) STRICT;
CREATE INDEX "idx_referring_doctors_email" ON "referring_doctors" ("email");
CREATE INDEX "idx_referring_doctors_province" ON "referring_doctors" ("province");
CREATE INDEX "idx_referring_doctors_active" ON "referring_doctors" ("is_active");
CREATE INDEX "idx_referring_doctors_email_notifications" ON "referring_doctors" ("email_notifications");
CREATE TABLE "patient_referrals" (
    "id" TEXT NOT NULL CONSTRAINT "ck_patient_referrals_id" CHECK (length("id") <= 50),
    "patient_id" TEXT NOT NULL CONSTRAINT "ck_patient_referrals_patient_id" CHECK (length("patient_id") <= 100),
    "patient_name" TEXT CONSTRAINT "ck_patient_referrals_patient_name" CHECK (length("patient_name") <= 100),
    "referring_doctor_id" TEXT NOT NULL CONSTRAINT "ck_patient_referrals_referring_doctor_id" CHECK (length("referring_doctor_id") <= 50),
    "study_instance_uid" TEXT CONSTRAINT "ck_patient_referrals_study_instance_uid" CHECK (length("study_instance_uid") <= 255),
    "accession_number" TEXT CONSTRAINT "ck_patient_referrals_accession_number" CHECK (length("accession_number") <= 100),
    "referral_date" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "study_type" TEXT CONSTRAINT "ck_patient_referrals_study_type" CHECK ("study_type" IN ('xray', 'ct', 'mri', 'ultrasound', 'mammography', 'nuclear', 'pet', 'angiography', 'other')),
    "modality" TEXT CONSTRAINT "ck_patient_referrals_modality" CHECK (length("modality") <= 50),
    "clinical_indication" TEXT,
    "priority" TEXT DEFAULT 'routine' NOT NULL CONSTRAINT "ck_patient_referrals_priority" CHECK ("priority" IN ('routine', 'urgent', 'emergency')),
    "status" TEXT DEFAULT 'pending' NOT NULL CONSTRAINT "ck_patient_referrals_status" CHECK ("status" IN ('pending', 'processing', 'authorized', 'completed', 'failed', 'expired')),
    "access_granted" INTEGER DEFAULT 0 NOT NULL CONSTRAINT "ck_patient_referrals_access_granted" CHECK ("access_granted" IN (0, 1)),
    "access_expires" TEXT,
    "notification_sent" INTEGER DEFAULT 0 NOT NULL CONSTRAINT "ck_patient_referrals_notification_sent" CHECK ("notification_sent" IN (0, 1)),
    "patient_contacted" INTEGER DEFAULT 0 NOT NULL CONSTRAINT "ck_patient_referrals_patient_contacted" CHECK ("patient_contacted" IN (0, 1)),
    "created_at" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "updated_at" TEXT,
    CONSTRAINT "pk_patient_referrals" PRIMARY KEY ("id"),
    CONSTRAINT "ck_patient_referrals_expiry" CHECK ("access_expires" IS NULL OR "access_granted" = 1),
    CONSTRAINT "fk_patient_referrals_referring_doctor_id" FOREIGN KEY ("referring_doctor_id") REFERENCES "referring_doctors" ("id") ON DELETE RESTRICT
) STRICT;
CREATE INDEX "idx_patient_referrals_patient" ON "patient_referrals" ("patient_id");
CREATE INDEX "idx_patient_referrals_doctor" ON "patient_referrals" ("referring_doctor_id");
CREATE INDEX "idx_patient_referrals_study" ON "patient_referrals" ("study_instance_uid");
CREATE INDEX "idx_patient_referrals_accession" ON "patient_referrals" ("accession_number");
CREATE INDEX "idx_patient_referrals_date" ON "patient_referrals" ("referral_date");
CREATE INDEX "idx_patient_referrals_status" ON "patient_referrals" ("status");
CREATE TABLE "patient_authorizations" (
    "id" TEXT NOT NULL CONSTRAINT "ck_patient_authorizations_id" CHECK (length("id") <= 50),
    "doctor_id" TEXT NOT NULL CONSTRAINT "ck_patient_authorizations_doctor_id" CHECK (length("doctor_id") <= 50),
    "patient_id" TEXT NOT NULL CONSTRAINT "ck_patient_authorizations_patient_id" CHECK (length("patient_id") <= 100),
    "study_instance_uid" TEXT CONSTRAINT "ck_patient_authorizations_study_instance_uid" CHECK (length("study_instance_uid") <= 255),
    "series_instance_uid" TEXT CONSTRAINT "ck_patient_authorizations_series_instance_uid" CHECK (length("series_instance_uid") <= 255),
    "access_level" TEXT DEFAULT 'view_only' NOT NULL CONSTRAINT "ck_patient_authorizations_access_level" CHECK ("access_level" IN ('view_only', 'download', 'annotate', 'report_access', 'share', 'full_access')),
    "granted_by" TEXT NOT NULL CONSTRAINT "ck_patient_authorizations_granted_by" CHECK (length("granted_by") <= 50),
    "granted_at" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "expires_at" TEXT,
    "is_active" INTEGER DEFAULT 1 NOT NULL CONSTRAINT "ck_patient_authorizations_is_active" CHECK ("is_active" IN (0, 1)),
    "access_count" INTEGER DEFAULT 0 NOT NULL,
    "last_accessed" TEXT,
    "purpose" TEXT,
    "restrictions" TEXT CONSTRAINT "ck_patient_authorizations_restrictions" CHECK (json_valid("restrictions")),
    "audit_trail" TEXT CONSTRAINT "ck_patient_authorizations_audit_trail" CHECK (json_valid("audit_trail")),
    CONSTRAINT "pk_patient_authorizations" PRIMARY KEY ("id"),
    CONSTRAINT "ck_patient_authorizations_count" CHECK ("access_count" >= 0),
    CONSTRAINT "fk_patient_authorizations_doctor_id" FOREIGN KEY ("doctor_id") REFERENCES "referring_doctors" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "idx_patient_auth_combo" ON "patient_authorizations" ("doctor_id", "patient_id", "study_instance_uid");
CREATE INDEX "idx_patient_auth_doctor" ON "patient_authorizations" ("doctor_id");
CREATE INDEX "idx_patient_auth_patient" ON "patient_authorizations" ("patient_id");
CREATE INDEX "idx_patient_auth_study" ON "patient_authorizations" ("study_instance_uid");
CREATE INDEX "idx_patient_auth_expires" ON "patient_authorizations" ("expires_at");
CREATE INDEX "idx_patient_auth_active" ON "patient_authorizations" ("is_active");
CREATE TABLE "patient_shares" (
    "id" TEXT NOT NULL CONSTRAINT "ck_patient_shares_id" CHECK (length("id") <= 50),
    "patient_id" TEXT NOT NULL CONSTRAINT "ck_patient_shares_patient_id" CHECK (length("patient_id") <= 100),
    "patient_name" TEXT CONSTRAINT "ck_patient_shares_patient_name" CHECK (length("patient_name") <= 100),
    "patient_email" TEXT CONSTRAINT "ck_patient_shares_patient_email" CHECK (length("patient_email") <= 100),
    "patient_phone" TEXT CONSTRAINT "ck_patient_shares_patient_phone" CHECK (length("patient_phone") <= 50),
    "study_uids" TEXT,
    "series_uids" TEXT,
    "share_token" TEXT NOT NULL CONSTRAINT "ck_patient_shares_share_token" CHECK (length("share_token") <= 255),
    "password_hash" TEXT CONSTRAINT "ck_patient_shares_password_hash" CHECK (length("password_hash") <= 255),
    "created_by" TEXT NOT NULL CONSTRAINT "ck_patient_shares_created_by" CHECK (length("created_by") <= 50),
    "created_at" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "expires_at" TEXT,
    "max_downloads" INTEGER DEFAULT 10 NOT NULL,
    "download_count" INTEGER DEFAULT 0 NOT NULL,
    "access_count" INTEGER DEFAULT 0 NOT NULL,
    "last_accessed" TEXT,
    "is_active" INTEGER DEFAULT 1 NOT NULL CONSTRAINT "ck_patient_shares_is_active" CHECK ("is_active" IN (0, 1)),
    "mobile_optimized" INTEGER DEFAULT 1 NOT NULL CONSTRAINT "ck_patient_shares_mobile_optimized" CHECK ("mobile_optimized" IN (0, 1)),
    "download_permissions" TEXT CONSTRAINT "ck_patient_shares_download_permissions" CHECK (json_valid("download_permissions")),
    "access_log" TEXT CONSTRAINT "ck_patient_shares_access_log" CHECK (json_valid("access_log")),
    "notification_history" TEXT CONSTRAINT "ck_patient_shares_notification_history" CHECK (json_valid("notification_history")),
    CONSTRAINT "pk_patient_shares" PRIMARY KEY ("id"),
    CONSTRAINT "uq_patient_shares_share_token" UNIQUE ("share_token"),
    CONSTRAINT "ck_patient_shares_downloads" CHECK ("download_count" <= "max_downloads")
) STRICT;
CREATE INDEX "idx_patient_shares_patient" ON "patient_shares" ("patient_id");
CREATE INDEX "idx_patient_shares_email" ON "patient_shares" ("patient_email");
CREATE INDEX "idx_patient_shares_created" ON "patient_shares" ("created_at");
CREATE INDEX "idx_patient_shares_expires" ON "patient_shares" ("expires_at");
CREATE INDEX "idx_patient_shares_active" ON "patient_shares" ("is_active");
CREATE TABLE "orthanc_configs" (
    "id" TEXT NOT NULL CONSTRAINT "ck_orthanc_configs_id" CHECK (length("id") <= 50),
    "config_name" TEXT NOT NULL CONSTRAINT "ck_orthanc_configs_config_name" CHECK (length("config_name") <= 100),
    "description" TEXT,
    "config_data" TEXT,
    "config_version" TEXT CONSTRAINT "ck_orthanc_configs_config_version" CHECK (length("config_version") <= 50),
    "environment" TEXT DEFAULT 'production' NOT NULL CONSTRAINT "ck_orthanc_configs_environment" CHECK ("environment" IN ('development', 'staging', 'production')),
    "is_active" INTEGER DEFAULT 0 NOT NULL CONSTRAINT "ck_orthanc_configs_is_active" CHECK ("is_active" IN (0, 1)),
    "is_default" INTEGER DEFAULT 0 NOT NULL CONSTRAINT "ck_orthanc_configs_is_default" CHECK ("is_default" IN (0, 1)),
    "created_by" TEXT CONSTRAINT "ck_orthanc_configs_created_by" CHECK (length("created_by") <= 50),
    "created_at" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "applied_at" TEXT,
    "backup_config" TEXT,
    "validation_status" TEXT CONSTRAINT "ck_orthanc_configs_validation_status" CHECK (length("validation_status") <= 50),
    "validation_errors" TEXT,
    CONSTRAINT "pk_orthanc_configs" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "idx_orthanc_config_name" ON "orthanc_configs" ("config_name");
CREATE INDEX "idx_orthanc_config_version" ON "orthanc_configs" ("config_version");
CREATE INDEX "idx_orthanc_config_env" ON "orthanc_configs" ("environment");
CREATE INDEX "idx_orthanc_config_active" ON "orthanc_configs" ("is_active");
CREATE INDEX "idx_orthanc_config_default" ON "orthanc_configs" ("is_default");
CREATE TABLE "orthanc_server_status" (
    "id" INTEGER CONSTRAINT "pk_orthanc_server_status" PRIMARY KEY AUTOINCREMENT NOT NULL,
    "timestamp" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "server_status" TEXT CONSTRAINT "ck_orthanc_server_status_server_status" CHECK ("server_status" IN ('running', 'stopped', 'starting', 'error')),
    "process_id" INTEGER,
    "http_port" INTEGER,
    "dicom_port" INTEGER,
    "cpu_usage" REAL,
    "memory_usage" INTEGER,
    "disk_usage" INTEGER,
    "active_connections" INTEGER,
    "studies_count" INTEGER,
    "series_count" INTEGER,
    "instances_count" INTEGER,
    "storage_size" INTEGER,
    "error_count" INTEGER,
    "last_error" TEXT,
    "configuration_hash" TEXT CONSTRAINT "ck_orthanc_server_status_configuration_hash" CHECK (length("configuration_hash") <= 255),
    "uptime_seconds" INTEGER,
    "performance_metrics" TEXT CONSTRAINT "ck_orthanc_server_status_performance_metrics" CHECK (json_valid("performance_metrics"))
) STRICT;
CREATE INDEX "idx_server_status_timestamp" ON "orthanc_server_status" ("timestamp");
CREATE INDEX "idx_server_status_status" ON "orthanc_server_status" ("server_status");
CREATE INDEX "idx_server_status_process" ON "orthanc_server_status" ("process_id");
CREATE TABLE "audit_logs" (
    "id" TEXT NOT NULL CONSTRAINT "ck_audit_logs_id" CHECK (length("id") <= 50),
    "timestamp" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "user_id" TEXT CONSTRAINT "ck_audit_logs_user_id" CHECK (length("user_id") <= 50),
    "user_type" TEXT CONSTRAINT "ck_audit_logs_user_type" CHECK ("user_type" IN ('admin', 'doctor', 'patient', 'system', 'anonymous')),
    "user_name" TEXT CONSTRAINT "ck_audit_logs_user_name" CHECK (length("user_name") <= 100),
    "hpcsa_number" TEXT CONSTRAINT "ck_audit_logs_hpcsa_number" CHECK (length("hpcsa_number") <= 50),
    "action" TEXT NOT NULL CONSTRAINT "ck_audit_logs_action" CHECK (length("action") <= 100),
    "resource_type" TEXT CONSTRAINT "ck_audit_logs_resource_type" CHECK ("resource_type" IN ('patient', 'study', 'series', 'instance', 'doctor', 'authorization', 'share', 'config', 'user', 'session', 'system')),
    "resource_id" TEXT CONSTRAINT "ck_audit_logs_resource_id" CHECK (length("resource_id") <= 255),
    "patient_id" TEXT CONSTRAINT "ck_audit_logs_patient_id" CHECK (length("patient_id") <= 100),
    "study_instance_uid" TEXT CONSTRAINT "ck_audit_logs_study_instance_uid" CHECK (length("study_instance_uid") <= 255),
    "details" TEXT,
    "ip_address" TEXT CONSTRAINT "ck_audit_logs_ip_address" CHECK (length("ip_address") <= 45),
    "user_agent" TEXT,
    "session_id" TEXT CONSTRAINT "ck_audit_logs_session_id" CHECK (length("session_id") <= 100),
    "success" INTEGER DEFAULT 1 NOT NULL CONSTRAINT "ck_audit_logs_success" CHECK ("success" IN (0, 1)),
    "error_message" TEXT,
    "compliance_flags" TEXT CONSTRAINT "ck_audit_logs_compliance_flags" CHECK (json_valid("compliance_flags")),
    "retention_date" TEXT,
    CONSTRAINT "pk_audit_logs" PRIMARY KEY ("id"),
    CONSTRAINT "ck_audit_logs_failure" CHECK ("success" = 1 OR "error_message" IS NOT NULL)
) STRICT;
CREATE INDEX "idx_audit_resource" ON "audit_logs" ("resource_type", "resource_id");
CREATE INDEX "idx_audit_timestamp" ON "audit_logs" ("timestamp");
CREATE INDEX "idx_audit_user" ON "audit_logs" ("user_id");
CREATE INDEX "idx_audit_hpcsa" ON "audit_logs" ("hpcsa_number");
CREATE INDEX "idx_audit_action" ON "audit_logs" ("action");
CREATE INDEX "idx_audit_patient" ON "audit_logs" ("patient_id");
CREATE INDEX "idx_audit_study" ON "audit_logs" ("study_instance_uid");
CREATE INDEX "idx_audit_session" ON "audit_logs" ("session_id");
CREATE INDEX "idx_audit_retention" ON "audit_logs" ("retention_date");
CREATE TABLE "notification_queue" (
    "id" TEXT NOT NULL CONSTRAINT "ck_notification_queue_id" CHECK (length("id") <= 50),
    "recipient_type" TEXT CONSTRAINT "ck_notification_queue_recipient_type" CHECK ("recipient_type" IN ('admin', 'doctor', 'patient', 'system', 'anonymous')),
    "recipient_id" TEXT CONSTRAINT "ck_notification_queue_recipient_id" CHECK (length("recipient_id") <= 50),
    "recipient_email" TEXT CONSTRAINT "ck_notification_queue_recipient_email" CHECK (length("recipient_email") <= 100),
    "recipient_phone" TEXT CONSTRAINT "ck_notification_queue_recipient_phone" CHECK (length("recipient_phone") <= 50),
    "notification_type" TEXT CONSTRAINT "ck_notification_queue_notification_type" CHECK ("notification_type" IN ('study_ready', 'link_created', 'access_granted', 'access_expiring', 'referral_received', 'system_alert')),
    "subject" TEXT CONSTRAINT "ck_notification_queue_subject" CHECK (length("subject") <= 255),
    "message" TEXT,
    "message_html" TEXT,
    "language" TEXT DEFAULT 'en' NOT NULL CONSTRAINT "ck_notification_queue_language" CHECK ("language" IN ('en', 'af', 'zu', 'xh', 'nso', 'st', 'tn', 'ts', 'ss', 've', 'nr')),
    "priority" TEXT DEFAULT 'normal' NOT NULL CONSTRAINT "ck_notification_queue_priority" CHECK ("priority" IN ('low', 'normal', 'high', 'urgent')),
    "status" TEXT DEFAULT 'pending' NOT NULL CONSTRAINT "ck_notification_queue_status" CHECK ("status" IN ('pending', 'sending', 'sent', 'failed', 'cancelled')),
    "attempts" INTEGER DEFAULT 0 NOT NULL,
    "max_attempts" INTEGER DEFAULT 3 NOT NULL,
    "created_at" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "scheduled_at" TEXT,
    "sent_at" TEXT,
    "error_message" TEXT,
    "metadata" TEXT CONSTRAINT "ck_notification_queue_metadata" CHECK (json_valid("metadata")),
    CONSTRAINT "pk_notification_queue" PRIMARY KEY ("id"),
    CONSTRAINT "ck_notification_queue_attempts" CHECK ("attempts" >= 0 AND "max_attempts" > 0)
) STRICT;
CREATE INDEX "idx_notification_recipient" ON "notification_queue" ("recipient_type", "recipient_id");
CREATE INDEX "idx_notification_type" ON "notification_queue" ("notification_type");
CREATE INDEX "idx_notification_priority" ON "notification_queue" ("priority");
CREATE INDEX "idx_notification_status" ON "notification_queue" ("status");
CREATE INDEX "idx_notification_scheduled" ON "notification_queue" ("scheduled_at");

-- drop
DROP TABLE "notification_queue";
DROP TABLE "audit_logs";
DROP TABLE "orthanc_server_status";
DROP TABLE "orthanc_configs";
DROP TABLE "patient_shares";
DROP TABLE "patient_authorizations";
DROP TABLE "patient_referrals";
DROP TABLE "referring_doctors";
