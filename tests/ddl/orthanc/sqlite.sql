-- create
CREATE TABLE "referring_doctors" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hpcsa_number" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "practice_name" TEXT,
    "specialization" TEXT,
    "facility_type" TEXT,
    "province" TEXT,
    "access_level" TEXT DEFAULT 'view_only' NOT NULL,
    "is_active" INTEGER DEFAULT 1 NOT NULL,
    "created_at" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "last_access" TEXT,
    "referral_patterns" TEXT,
    "notification_preferences" TEXT,
    "email_notifications" INTEGER DEFAULT 1 NOT NULL,
    CONSTRAINT "pk_referring_doctors" PRIMARY KEY ("id"),
    CONSTRAINT "uq_referring_doctors_hpcsa_number" UNIQUE ("hpcsa_number"),
    CONSTRAINT "ck_referring_doctors_id" CHECK (length("id") <= 50),
    CONSTRAINT "ck_referring_doctors_name" CHECK (length("name") <= 100),
    CONSTRAINT "ck_referring_doctors_email" CHECK (length("email") <= 100),
    CONSTRAINT "ck_referring_doctors_phone" CHECK (length("phone") <= 50),
    CONSTRAINT "ck_referring_doctors_practice_name" CHECK (length("practice_name") <= 100),
    CONSTRAINT "ck_referring_doctors_specialization" CHECK (length("specialization") <= 100),
    CONSTRAINT "ck_referring_doctors_facility_type" CHECK (length("facility_type") <= 50),
    CONSTRAINT "ck_referring_doctors_is_active" CHECK ("is_active" IN (0, 1)),
    CONSTRAINT "ck_referring_doctors_referral_patterns" CHECK (json_valid("referral_patterns")),
    CONSTRAINT "ck_referring_doctors_notification_preferences" CHECK (json_valid("notification_preferences")),
    CONSTRAINT "ck_referring_doctors_email_notifications" CHECK ("email_notifications" IN (0, 1)),
    CONSTRAINT "ck_referring_doctors_hpcsa_number" CHECK (length("hpcsa_number") <= 50),
    CONSTRAINT "ck_referring_doctors_province" CHECK ("province" IN ('Eastern Cape', 'Free State', 'Gauteng', 'KwaZulu-Natal', 'Limpopo', 'Mpumalanga', 'North West', 'Northern Cape', 'Western Cape')),
    CONSTRAINT "ck_referring_doctors_access_level" CHECK ("access_level" IN ('view_only', 'download', 'annotate', 'report_access', 'share', 'full_access'))
) STRICT;
CREATE INDEX "idx_referring_doctors_email" ON "referring_doctors" ("email");
CREATE INDEX "idx_referring_doctors_province" ON "referring_doctors" ("province");
CREATE INDEX "idx_referring_doctors_active" ON "referring_doctors" ("is_active");
CREATE INDEX "idx_referring_doctors_email_notifications" ON "referring_doctors" ("email_notifications");
CREATE TABLE "patient_referrals" (
    "id" TEXT NOT NULL,
    "patient_id" TEXT NOT NULL,
    "patient_name" TEXT,
    "referring_doctor_id" TEXT NOT NULL,
    "study_instance_uid" TEXT,
    "accession_number" TEXT,
    "referral_date" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "study_type" TEXT,
    "modality" TEXT,
    "clinical_indication" TEXT,
    "priority" TEXT DEFAULT 'routine' NOT NULL,
    "status" TEXT DEFAULT 'pending' NOT NULL,
    "access_granted" INTEGER DEFAULT 0 NOT NULL,
    "access_expires" TEXT,
    "notification_sent" INTEGER DEFAULT 0 NOT NULL,
    "patient_contacted" INTEGER DEFAULT 0 NOT NULL,
    "created_at" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "updated_at" TEXT,
    CONSTRAINT "pk_patient_referrals" PRIMARY KEY ("id"),
    CONSTRAINT "ck_patient_referrals_id" CHECK (length("id") <= 50),
    CONSTRAINT "ck_patient_referrals_patient_id" CHECK (length("patient_id") <= 100),
    CONSTRAINT "ck_patient_referrals_patient_name" CHECK (length("patient_name") <= 100),
    CONSTRAINT "ck_patient_referrals_referring_doctor_id" CHECK (length("referring_doctor_id") <= 50),
    CONSTRAINT "ck_patient_referrals_study_instance_uid" CHECK (length("study_instance_uid") <= 255),
    CONSTRAINT "ck_patient_referrals_accession_number" CHECK (length("accession_number") <= 100),
    CONSTRAINT "ck_patient_referrals_modality" CHECK (length("modality") <= 50),
    CONSTRAINT "ck_patient_referrals_access_granted" CHECK ("access_granted" IN (0, 1)),
    CONSTRAINT "ck_patient_referrals_notification_sent" CHECK ("notification_sent" IN (0, 1)),
    CONSTRAINT "ck_patient_referrals_patient_contacted" CHECK ("patient_contacted" IN (0, 1)),
    CONSTRAINT "ck_patient_referrals_expiry" CHECK ("access_expires" IS NULL OR "access_granted" = 1),
    CONSTRAINT "ck_patient_referrals_study_type" CHECK ("study_type" IN ('xray', 'ct', 'mri', 'ultrasound', 'mammography', 'nuclear', 'pet', 'angiography', 'other')),
    CONSTRAINT "ck_patient_referrals_priority" CHECK ("priority" IN ('routine', 'urgent', 'emergency')),
    CONSTRAINT "ck_patient_referrals_status" CHECK ("status" IN ('pending', 'processing', 'authorized', 'completed', 'failed', 'expired')),
    CONSTRAINT "fk_patient_referrals_referring_doctor_id" FOREIGN KEY ("referring_doctor_id") REFERENCES "referring_doctors" ("id") ON DELETE RESTRICT
) STRICT;
CREATE INDEX "idx_patient_referrals_patient" ON "patient_referrals" ("patient_id");
CREATE INDEX "idx_patient_referrals_doctor" ON "patient_referrals" ("referring_doctor_id");
CREATE INDEX "idx_patient_referrals_study" ON "patient_referrals" ("study_instance_uid");
CREATE INDEX "idx_patient_referrals_accession" ON "patient_referrals" ("accession_number");
CREATE INDEX "idx_patient_referrals_date" ON "patient_referrals" ("referral_date");
CREATE INDEX "idx_patient_referrals_status" ON "patient_referrals" ("status");
CREATE TABLE "patient_authorizations" (
    "id" TEXT NOT NULL,
    "doctor_id" TEXT NOT NULL,
    "patient_id" TEXT NOT NULL,
    "study_instance_uid" TEXT,
    "series_instance_uid" TEXT,
    "access_level" TEXT DEFAULT 'view_only' NOT NULL,
    "granted_by" TEXT NOT NULL,
    "granted_at" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "expires_at" TEXT,
    "is_active" INTEGER DEFAULT 1 NOT NULL,
    "access_count" INTEGER DEFAULT 0 NOT NULL,
    "last_accessed" TEXT,
    "purpose" TEXT,
    "restrictions" TEXT,
    "audit_trail" TEXT,
    CONSTRAINT "pk_patient_authorizations" PRIMARY KEY ("id"),
    CONSTRAINT "ck_patient_authorizations_id" CHECK (length("id") <= 50),
    CONSTRAINT "ck_patient_authorizations_doctor_id" CHECK (length("doctor_id") <= 50),
    CONSTRAINT "ck_patient_authorizations_patient_id" CHECK (length("patient_id") <= 100),
    CONSTRAINT "ck_patient_authorizations_study_instance_uid" CHECK (length("study_instance_uid") <= 255),
    CONSTRAINT "ck_patient_authorizations_series_instance_uid" CHECK (length("series_instance_uid") <= 255),
    CONSTRAINT "ck_patient_authorizations_granted_by" CHECK (length("granted_by") <= 50),
    CONSTRAINT "ck_patient_authorizations_is_active" CHECK ("is_active" IN (0, 1)),
    CONSTRAINT "ck_patient_authorizations_restrictions" CHECK (json_valid("restrictions")),
    CONSTRAINT "ck_patient_authorizations_audit_trail" CHECK (json_valid("audit_trail")),
    CONSTRAINT "ck_patient_authorizations_count" CHECK ("access_count" >= 0),
    CONSTRAINT "ck_patient_authorizations_access_level" CHECK ("access_level" IN ('view_only', 'download', 'annotate', 'report_access', 'share', 'full_access')),
    CONSTRAINT "fk_patient_authorizations_doctor_id" FOREIGN KEY ("doctor_id") REFERENCES "referring_doctors" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "idx_patient_auth_combo" ON "patient_authorizations" ("doctor_id", "patient_id", "study_instance_uid");
CREATE INDEX "idx_patient_auth_doctor" ON "patient_authorizations" ("doctor_id");
CREATE INDEX "idx_patient_auth_patient" ON "patient_authorizations" ("patient_id");
CREATE INDEX "idx_patient_auth_study" ON "patient_authorizations" ("study_instance_uid");
CREATE INDEX "idx_patient_auth_expires" ON "patient_authorizations" ("expires_at");
CREATE INDEX "idx_patient_auth_active" ON "patient_authorizations" ("is_active");
CREATE TABLE "patient_shares" (
    "id" TEXT NOT NULL,
    "patient_id" TEXT NOT NULL,
    "patient_name" TEXT,
    "patient_email" TEXT,
    "patient_phone" TEXT,
    "study_uids" TEXT,
    "series_uids" TEXT,
    "share_token" TEXT NOT NULL,
    "password_hash" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "expires_at" TEXT,
    "max_downloads" INTEGER DEFAULT 10 NOT NULL,
    "download_count" INTEGER DEFAULT 0 NOT NULL,
    "access_count" INTEGER DEFAULT 0 NOT NULL,
    "last_accessed" TEXT,
    "is_active" INTEGER DEFAULT 1 NOT NULL,
    "mobile_optimized" INTEGER DEFAULT 1 NOT NULL,
    "download_permissions" TEXT,
    "access_log" TEXT,
    "notification_history" TEXT,
    CONSTRAINT "pk_patient_shares" PRIMARY KEY ("id"),
    CONSTRAINT "uq_patient_shares_share_token" UNIQUE ("share_token"),
    CONSTRAINT "ck_patient_shares_id" CHECK (length("id") <= 50),
    CONSTRAINT "ck_patient_shares_patient_id" CHECK (length("patient_id") <= 100),
    CONSTRAINT "ck_patient_shares_patient_name" CHECK (length("patient_name") <= 100),
    CONSTRAINT "ck_patient_shares_patient_email" CHECK (length("patient_email") <= 100),
    CONSTRAINT "ck_patient_shares_patient_phone" CHECK (length("patient_phone") <= 50),
    CONSTRAINT "ck_patient_shares_share_token" CHECK (length("share_token") <= 255),
    CONSTRAINT "ck_patient_shares_password_hash" CHECK (length("password_hash") <= 255),
    CONSTRAINT "ck_patient_shares_created_by" CHECK (length("created_by") <= 50),
    CONSTRAINT "ck_patient_shares_is_active" CHECK ("is_active" IN (0, 1)),
    CONSTRAINT "ck_patient_shares_mobile_optimized" CHECK ("mobile_optimized" IN (0, 1)),
    CONSTRAINT "ck_patient_shares_download_permissions" CHECK (json_valid("download_permissions")),
    CONSTRAINT "ck_patient_shares_access_log" CHECK (json_valid("access_log")),
    CONSTRAINT "ck_patient_shares_notification_history" CHECK (json_valid("notification_history")),
    CONSTRAINT "ck_patient_shares_downloads" CHECK ("download_count" <= "max_downloads")
) STRICT;
CREATE INDEX "idx_patient_shares_patient" ON "patient_shares" ("patient_id");
CREATE INDEX "idx_patient_shares_email" ON "patient_shares" ("patient_email");
CREATE INDEX "idx_patient_shares_created" ON "patient_shares" ("created_at");
CREATE INDEX "idx_patient_shares_expires" ON "patient_shares" ("expires_at");
CREATE INDEX "idx_patient_shares_active" ON "patient_shares" ("is_active");
CREATE TABLE "orthanc_configs" (
    "id" TEXT NOT NULL,
    "config_name" TEXT NOT NULL,
    "description" TEXT,
    "config_data" TEXT,
    "config_version" TEXT,
    "environment" TEXT DEFAULT 'production' NOT NULL,
    "is_active" INTEGER DEFAULT 0 NOT NULL,
    "is_default" INTEGER DEFAULT 0 NOT NULL,
    "created_by" TEXT,
    "created_at" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "applied_at" TEXT,
    "backup_config" TEXT,
    "validation_status" TEXT,
    "validation_errors" TEXT,
    CONSTRAINT "pk_orthanc_configs" PRIMARY KEY ("id"),
    CONSTRAINT "ck_orthanc_configs_id" CHECK (length("id") <= 50),
    CONSTRAINT "ck_orthanc_configs_config_name" CHECK (length("config_name") <= 100),
    CONSTRAINT "ck_orthanc_configs_config_version" CHECK (length("config_version") <= 50),
    CONSTRAINT "ck_orthanc_configs_is_active" CHECK ("is_active" IN (0, 1)),
    CONSTRAINT "ck_orthanc_configs_is_default" CHECK ("is_default" IN (0, 1)),
    CONSTRAINT "ck_orthanc_configs_created_by" CHECK (length("created_by") <= 50),
    CONSTRAINT "ck_orthanc_configs_validation_status" CHECK (length("validation_status") <= 50),
    CONSTRAINT "ck_orthanc_configs_environment" CHECK ("environment" IN ('development', 'staging', 'production'))
) STRICT;
CREATE INDEX "idx_orthanc_config_name" ON "orthanc_configs" ("config_name");
CREATE INDEX "idx_orthanc_config_version" ON "orthanc_configs" ("config_version");
CREATE INDEX "idx_orthanc_config_env" ON "orthanc_configs" ("environment");
CREATE INDEX "idx_orthanc_config_active" ON "orthanc_configs" ("is_active");
CREATE INDEX "idx_orthanc_config_default" ON "orthanc_configs" ("is_default");
CREATE TABLE "orthanc_server_status" (
    "id" INTEGER CONSTRAINT "pk_orthanc_server_status" PRIMARY KEY AUTOINCREMENT NOT NULL,
    "timestamp" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "server_status" TEXT,
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
    "configuration_hash" TEXT,
    "uptime_seconds" INTEGER,
    "performance_metrics" TEXT,
    CONSTRAINT "ck_orthanc_server_status_configuration_hash" CHECK (length("configuration_hash") <= 255),
    CONSTRAINT "ck_orthanc_server_status_performance_metrics" CHECK (json_valid("performance_metrics")),
    CONSTRAINT "ck_orthanc_server_status_server_status" CHECK ("server_status" IN ('running', 'stopped', 'starting', 'error'))
) STRICT;
CREATE INDEX "idx_server_status_timestamp" ON "orthanc_server_status" ("timestamp");
CREATE INDEX "idx_server_status_status" ON "orthanc_server_status" ("server_status");
CREATE INDEX "idx_server_status_process" ON "orthanc_server_status" ("process_id");
CREATE TABLE "audit_logs" (
    "id" TEXT NOT NULL,
    "timestamp" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "user_id" TEXT,
    "user_type" TEXT,
    "user_name" TEXT,
    "hpcsa_number" TEXT,
    "action" TEXT NOT NULL,
    "resource_type" TEXT,
    "resource_id" TEXT,
    "patient_id" TEXT,
    "study_instance_uid" TEXT,
    "details" TEXT,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "session_id" TEXT,
    "success" INTEGER DEFAULT 1 NOT NULL,
    "error_message" TEXT,
    "compliance_flags" TEXT,
    "retention_date" TEXT,
    CONSTRAINT "pk_audit_logs" PRIMARY KEY ("id"),
    CONSTRAINT "ck_audit_logs_id" CHECK (length("id") <= 50),
    CONSTRAINT "ck_audit_logs_user_id" CHECK (length("user_id") <= 50),
    CONSTRAINT "ck_audit_logs_user_name" CHECK (length("user_name") <= 100),
    CONSTRAINT "ck_audit_logs_action" CHECK (length("action") <= 100),
    CONSTRAINT "ck_audit_logs_resource_id" CHECK (length("resource_id") <= 255),
    CONSTRAINT "ck_audit_logs_patient_id" CHECK (length("patient_id") <= 100),
    CONSTRAINT "ck_audit_logs_study_instance_uid" CHECK (length("study_instance_uid") <= 255),
    CONSTRAINT "ck_audit_logs_ip_address" CHECK (length("ip_address") <= 45),
    CONSTRAINT "ck_audit_logs_session_id" CHECK (length("session_id") <= 100),
    CONSTRAINT "ck_audit_logs_success" CHECK ("success" IN (0, 1)),
    CONSTRAINT "ck_audit_logs_compliance_flags" CHECK (json_valid("compliance_flags")),
    CONSTRAINT "ck_audit_logs_failure" CHECK ("success" = 1 OR "error_message" IS NOT NULL),
    CONSTRAINT "ck_audit_logs_user_type" CHECK ("user_type" IN ('admin', 'doctor', 'patient', 'system', 'anonymous')),
    CONSTRAINT "ck_audit_logs_hpcsa_number" CHECK (length("hpcsa_number") <= 50),
    CONSTRAINT "ck_audit_logs_resource_type" CHECK ("resource_type" IN ('patient', 'study', 'series', 'instance', 'doctor', 'authorization', 'share', 'config', 'user', 'session', 'system'))
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
    "id" TEXT NOT NULL,
    "recipient_type" TEXT,
    "recipient_id" TEXT,
    "recipient_email" TEXT,
    "recipient_phone" TEXT,
    "notification_type" TEXT,
    "subject" TEXT,
    "message" TEXT,
    "message_html" TEXT,
    "language" TEXT DEFAULT 'en' NOT NULL,
    "priority" TEXT DEFAULT 'normal' NOT NULL,
    "status" TEXT DEFAULT 'pending' NOT NULL,
    "attempts" INTEGER DEFAULT 0 NOT NULL,
    "max_attempts" INTEGER DEFAULT 3 NOT NULL,
    "created_at" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00') NOT NULL,
    "scheduled_at" TEXT,
    "sent_at" TEXT,
    "error_message" TEXT,
    "metadata" TEXT,
    CONSTRAINT "pk_notification_queue" PRIMARY KEY ("id"),
    CONSTRAINT "ck_notification_queue_id" CHECK (length("id") <= 50),
    CONSTRAINT "ck_notification_queue_recipient_id" CHECK (length("recipient_id") <= 50),
    CONSTRAINT "ck_notification_queue_recipient_email" CHECK (length("recipient_email") <= 100),
    CONSTRAINT "ck_notification_queue_recipient_phone" CHECK (length("recipient_phone") <= 50),
    CONSTRAINT "ck_notification_queue_subject" CHECK (length("subject") <= 255),
    CONSTRAINT "ck_notification_queue_metadata" CHECK (json_valid("metadata")),
    CONSTRAINT "ck_notification_queue_attempts" CHECK ("attempts" >= 0 AND "max_attempts" > 0),
    CONSTRAINT "ck_notification_queue_recipient_type" CHECK ("recipient_type" IN ('admin', 'doctor', 'patient', 'system', 'anonymous')),
    CONSTRAINT "ck_notification_queue_notification_type" CHECK ("notification_type" IN ('study_ready', 'link_created', 'access_granted', 'access_expiring', 'referral_received', 'system_alert')),
    CONSTRAINT "ck_notification_queue_language" CHECK ("language" IN ('en', 'af', 'zu', 'xh', 'nso', 'st', 'tn', 'ts', 'ss', 've', 'nr')),
    CONSTRAINT "ck_notification_queue_priority" CHECK ("priority" IN ('low', 'normal', 'high', 'urgent')),
    CONSTRAINT "ck_notification_queue_status" CHECK ("status" IN ('pending', 'sending', 'sent', 'failed', 'cancelled'))
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
