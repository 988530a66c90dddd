-- create
CREATE TABLE `referring_doctors` (
    `id` varchar(50) NOT NULL COMMENT 'Made by the client unless given',
    `name` varchar(100) NOT NULL COMMENT 'Title and full name',
    `hpcsa_number` varchar(50) COMMENT 'Number in a register of the Health Professions Council of South Africa',
    `email` varchar(100) COMMENT 'Where notifications go',
    `phone` varchar(50) COMMENT 'Where short messages go',
    `practice_name` varchar(100) COMMENT 'The practice or hospital',
    `specialization` varchar(100) COMMENT 'The field of medicine',
    `facility_type` varchar(50) COMMENT 'The kind of practice',
    `province` varchar(13) COMMENT 'Where the practice is',
    `access_level` varchar(13) DEFAULT 'view_only' NOT NULL COMMENT 'The most this doctor may be granted',
    `is_active` boolean DEFAULT TRUE NOT NULL COMMENT 'Whether the doctor may use the system',
    `created_at` datetime(6) DEFAULT (UTC_TIMESTAMP(6)) NOT NULL COMMENT 'When the row was made',
    `last_access` datetime(6) COMMENT 'When the doctor last opened a study',
    `referral_patterns` json COMMENT 'How often and for what the doctor refers',
    `notification_preferences` json COMMENT 'How the doctor wants to hear of things',
    `email_notifications` boolean DEFAULT TRUE NOT NULL COMMENT 'Whether the doctor wants e-mail at all',
    PRIMARY KEY `pk_referring_doctors` (`id`),
    UNIQUE KEY `uq_referring_doctors_hpcsa_number` (`hpcsa_number`),
    CONSTRAINT `ck_referring_doctors_is_active` CHECK (`is_active` IN (0, 1)),
    CONSTRAINT `ck_referring_doctors_email_notifications` CHECK (`email_notifications` IN (0, 1)),
    CONSTRAINT `ck_referring_doctors_province` CHECK (`province` IN ('Eastern Cape', 'Free State', 'Gauteng', 'KwaZulu-Natal', 'Limpopo', 'Mpumalanga', 'North West', 'Northern Cape', 'Western Cape')),
    CONSTRAINT `ck_referring_doctors_access_level` CHECK (`access_level` IN ('view_only', 'download', 'annotate', 'report_access', 'share', 'full_access'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Healthcare professionals who refer patients for imaging';
CREATE INDEX `idx_referring_doctors_email` ON `referring_doctors` (`email`);
CREATE INDEX `idx_referring_doctors_province` ON `referring_doctors` (`province`);
CREATE INDEX `idx_referring_doctors_active` ON `referring_doctors` (`is_active`);
CREATE INDEX `idx_referring_doctors_email_notifications` ON `referring_doctors` (`email_notifications`);
CREATE TABLE `patient_referrals` (
    `id` varchar(50) NOT NULL COMMENT 'Made by the client unless given',
    `patient_id` varchar(100) NOT NULL COMMENT 'The patient''s number in the archive',
    `patient_name` varchar(100) COMMENT 'The patient''s full name',
    `referring_doctor_id` varchar(50) NOT NULL COMMENT 'Who refers',
    `study_instance_uid` varchar(255) COMMENT 'The study, once there is one',
    `accession_number` varchar(100) COMMENT 'The study''s number in the radiology department',
    `referral_date` datetime(6) DEFAULT (UTC_TIMESTAMP(6)) NOT NULL COMMENT 'When the doctor referred',
    `study_type` varchar(11) COMMENT 'What is asked for',
    `modality` varchar(50) COMMENT 'The DICOM modality',
    `clinical_indication` longtext COMMENT 'Why it is asked for',
    `priority` varchar(9) DEFAULT 'routine' NOT NULL COMMENT 'How soon it is needed',
    `status` varchar(10) DEFAULT 'pending' NOT NULL COMMENT 'How far it has come',
    `access_granted` boolean DEFAULT FALSE NOT NULL COMMENT 'Whether the doctor may see the study',
    `access_expires` datetime(6) COMMENT 'When that ends',
    `notification_sent` boolean DEFAULT FALSE NOT NULL COMMENT 'Whether the doctor was told',
    `patient_contacted` boolean DEFAULT FALSE NOT NULL COMMENT 'Whether the patient was told',
    `created_at` datetime(6) DEFAULT (UTC_TIMESTAMP(6)) NOT NULL COMMENT 'When the row was made',
    `updated_at` datetime(6) COMMENT 'When the row last changed',
    PRIMARY KEY `pk_patient_referrals` (`id`),
    CONSTRAINT `ck_patient_referrals_access_granted` CHECK (`access_granted` IN (0, 1)),
    CONSTRAINT `ck_patient_referrals_notification_sent` CHECK (`notification_sent` IN (0, 1)),
    CONSTRAINT `ck_patient_referrals_patient_contacted` CHECK (`patient_contacted` IN (0, 1)),
    CONSTRAINT `ck_patient_referrals_expiry` CHECK (`access_expires` IS NULL OR `access_granted`),
    CONSTRAINT `ck_patient_referrals_study_type` CHECK (`study_type` IN ('xray', 'ct', 'mri', 'ultrasound', 'mammography', 'nuclear', 'pet', 'angiography', 'other')),
    CONSTRAINT `ck_patient_referrals_priority` CHECK (`priority` IN ('routine', 'urgent', 'emergency')),
    CONSTRAINT `ck_patient_referrals_status` CHECK (`status` IN ('pending', 'processing', 'authorized', 'completed', 'failed', 'expired')),
    CONSTRAINT `fk_patient_referrals_referring_doctor_id` FOREIGN KEY (`referring_doctor_id`) REFERENCES `referring_doctors` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Patient referrals and the studies they lead to';
CREATE INDEX `idx_patient_referrals_patient` ON `patient_referrals` (`patient_id`);
CREATE INDEX `idx_patient_referrals_doctor` ON `patient_referrals` (`referring_doctor_id`);
CREATE INDEX `idx_patient_referrals_study` ON `patient_referrals` (`study_instance_uid`);
CREATE INDEX `idx_patient_referrals_accession` ON `patient_referrals` (`accession_number`);
CREATE INDEX `idx_patient_referrals_date` ON `patient_referrals` (`referral_date`);
CREATE INDEX `idx_patient_referrals_status` ON `patient_referrals` (`status`);
CREATE TABLE `patient_authorizations` (
    `id` varchar(50) NOT NULL COMMENT 'Made by the client unless given',
    `doctor_id` varchar(50) NOT NULL COMMENT 'Who may see',
    `patient_id` varchar(100) NOT NULL COMMENT 'Whose studies',
    `study_instance_uid` varchar(255) COMMENT 'Which study; all of the patient''s if absent',
    `series_instance_uid` varchar(255) COMMENT 'Which series of the study; all if absent',
    `access_level` varchar(13) DEFAULT 'view_only' NOT NULL COMMENT 'What the doctor may do',
    `granted_by` varchar(50) NOT NULL COMMENT 'Who granted it',
    `granted_at` datetime(6) DEFAULT (UTC_TIMESTAMP(6)) NOT NULL COMMENT 'When it was granted',
    `expires_at` datetime(6) COMMENT 'When it ends by itself',
    `is_active` boolean DEFAULT TRUE NOT NULL COMMENT 'Whether it stands; false once expired or revoked',
    `access_count` int DEFAULT 0 NOT NULL COMMENT 'How often it was used',
    `last_accessed` datetime(6) COMMENT 'When it was last used',
    `purpose` longtext COMMENT 'What for',
    `restrictions` json COMMENT 'What is left out',
    `audit_trail` json COMMENT 'What happened to the grant',
    PRIMARY KEY `pk_patient_authorizations` (`id`),
    CONSTRAINT `ck_patient_authorizations_is_active` CHECK (`is_active` IN (0, 1)),
    CONSTRAINT `ck_patient_authorizations_count` CHECK (`access_count` >= 0),
    CONSTRAINT `ck_patient_authorizations_access_level` CHECK (`access_level` IN ('view_only', 'download', 'annotate', 'report_access', 'share', 'full_access')),
    CONSTRAINT `fk_patient_authorizations_doctor_id` FOREIGN KEY (`doctor_id`) REFERENCES `referring_doctors` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Which doctor may see which patient''s studies, how far and how long';
CREATE UNIQUE INDEX `idx_patient_auth_combo` ON `patient_authorizations` (`doctor_id`, `patient_id`, `study_instance_uid`);
CREATE INDEX `idx_patient_auth_doctor` ON `patient_authorizations` (`doctor_id`);
CREATE INDEX `idx_patient_auth_patient` ON `patient_authorizations` (`patient_id`);
CREATE INDEX `idx_patient_auth_study` ON `patient_authorizations` (`study_instance_uid`);
CREATE INDEX `idx_patient_auth_expires` ON `patient_authorizations` (`expires_at`);
CREATE INDEX `idx_patient_auth_active` ON `patient_authorizations` (`is_active`);
CREATE TABLE `patient_shares` (
    `id` varchar(50) NOT NULL COMMENT 'Made by the client unless given',
    `patient_id` varchar(100) NOT NULL COMMENT 'Whose images',
    `patient_name` varchar(100) COMMENT 'The patient''s full name',
    `patient_email` varchar(100) COMMENT 'Where the link goes',
    `patient_phone` varchar(50) COMMENT 'Where a short message goes',
    `study_uids` longtext COMMENT 'The studies, separated by commas; all of the patient''s if absent',
    `series_uids` longtext COMMENT 'The series, separated by commas; all of the studies'' if absent',
    `share_token` varchar(255) NOT NULL COMMENT 'The hash of the link''s token; the token itself is nowhere but in the link',
    `password_hash` varchar(255) COMMENT 'The Argon2 hash of the password, if there is one',
    `created_by` varchar(50) NOT NULL COMMENT 'Who made the link',
    `created_at` datetime(6) DEFAULT (UTC_TIMESTAMP(6)) NOT NULL COMMENT 'When it was made',
    `expires_at` datetime(6) COMMENT 'When it ends by itself',
    `max_downloads` int DEFAULT 10 NOT NULL COMMENT 'How many downloads it allows',
    `download_count` int DEFAULT 0 NOT NULL COMMENT 'How many there were',
    `access_count` int DEFAULT 0 NOT NULL COMMENT 'How often it was opened',
    `last_accessed` datetime(6) COMMENT 'When it was last opened',
    `is_active` boolean DEFAULT TRUE NOT NULL COMMENT 'Whether it works',
    `mobile_optimized` boolean DEFAULT TRUE NOT NULL COMMENT 'Whether the viewer is made for telephones',
    `download_permissions` json COMMENT 'What may be downloaded',
    `access_log` json COMMENT 'Who opened it, when, from where',
    `notification_history` json COMMENT 'Which messages were sent',
    PRIMARY KEY `pk_patient_shares` (`id`),
    UNIQUE KEY `uq_patient_shares_share_token` (`share_token`),
    CONSTRAINT `ck_patient_shares_is_active` CHECK (`is_active` IN (0, 1)),
    CONSTRAINT `ck_patient_shares_mobile_optimized` CHECK (`mobile_optimized` IN (0, 1)),
    CONSTRAINT `ck_patient_shares_downloads` CHECK (`download_count` <= `max_downloads`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Secure links through which patients see their own images';
CREATE INDEX `idx_patient_shares_patient` ON `patient_shares` (`patient_id`);
CREATE INDEX `idx_patient_shares_email` ON `patient_shares` (`patient_email`);
CREATE INDEX `idx_patient_shares_created` ON `patient_shares` (`created_at`);
CREATE INDEX `idx_patient_shares_expires` ON `patient_shares` (`expires_at`);
CREATE INDEX `idx_patient_shares_active` ON `patient_shares` (`is_active`);
CREATE TABLE `orthanc_configs` (
    `id` varchar(50) NOT NULL COMMENT 'Made by the client unless given',
    `config_name` varchar(100) NOT NULL COMMENT 'What it is called',
    `description` longtext COMMENT 'What it is for',
    `config_data` longtext COMMENT 'The configuration itself',
    `config_version` varchar(50) COMMENT 'Its version',
    `environment` varchar(11) DEFAULT 'production' NOT NULL COMMENT 'Where it is used',
    `is_active` boolean DEFAULT FALSE NOT NULL COMMENT 'Whether the server runs with it',
    `is_default` boolean DEFAULT FALSE NOT NULL COMMENT 'Whether it is what a new server starts with',
    `created_by` varchar(50) COMMENT 'Who wrote it',
    `created_at` datetime(6) DEFAULT (UTC_TIMESTAMP(6)) NOT NULL COMMENT 'When the row was made',
    `applied_at` datetime(6) COMMENT 'When the server took it over',
    `backup_config` longtext COMMENT 'What it replaced',
    `validation_status` varchar(50) COMMENT 'What the validation said',
    `validation_errors` longtext COMMENT 'What the validation complained about',
    PRIMARY KEY `pk_orthanc_configs` (`id`),
    CONSTRAINT `ck_orthanc_configs_is_active` CHECK (`is_active` IN (0, 1)),
    CONSTRAINT `ck_orthanc_configs_is_default` CHECK (`is_default` IN (0, 1)),
    CONSTRAINT `ck_orthanc_configs_environment` CHECK (`environment` IN ('development', 'staging', 'production'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Versioned configurations of the Orthanc server';
CREATE INDEX `idx_orthanc_config_name` ON `orthanc_configs` (`config_name`);
CREATE INDEX `idx_orthanc_config_version` ON `orthanc_configs` (`config_version`);
CREATE INDEX `idx_orthanc_config_env` ON `orthanc_configs` (`environment`);
CREATE INDEX `idx_orthanc_config_active` ON `orthanc_configs` (`is_active`);
CREATE INDEX `idx_orthanc_config_default` ON `orthanc_configs` (`is_default`);
CREATE TABLE `orthanc_server_status` (
    `id` bigint AUTO_INCREMENT NOT NULL COMMENT 'Numbered by the database; 64 bits, for samples come every few seconds for years',
    `timestamp` datetime(6) DEFAULT (UTC_TIMESTAMP(6)) NOT NULL COMMENT 'When the sample was taken',
    `server_status` varchar(8) COMMENT 'What the server was doing',
    `process_id` int COMMENT 'The server''s process',
    `http_port` int COMMENT 'Where it listens for browsers',
    `dicom_port` int COMMENT 'Where it listens for modalities',
    `cpu_usage` double COMMENT 'Per cent of all cores',
    `memory_usage` bigint COMMENT 'Bytes',
    `disk_usage` bigint COMMENT 'Bytes',
    `active_connections` int COMMENT 'Open connections',
    `studies_count` int COMMENT 'Studies in the archive',
    `series_count` int COMMENT 'Series in the archive',
    `instances_count` int COMMENT 'Images in the archive',
    `storage_size` bigint COMMENT 'Bytes of images',
    `error_count` int COMMENT 'Errors since the start',
    `last_error` longtext COMMENT 'The last of them',
    `configuration_hash` varchar(255) COMMENT 'The hash of the configuration it runs with',
    `uptime_seconds` bigint COMMENT 'Seconds since the start',
    `performance_metrics` json COMMENT 'Anything else that was measured',
    PRIMARY KEY `pk_orthanc_server_status` (`id`),
    CONSTRAINT `ck_orthanc_server_status_server_status` CHECK (`server_status` IN ('running', 'stopped', 'starting', 'error'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Samples of the Orthanc server''s health and load';
CREATE INDEX `idx_server_status_timestamp` ON `orthanc_server_status` (`timestamp`);
CREATE INDEX `idx_server_status_status` ON `orthanc_server_status` (`server_status`);
CREATE INDEX `idx_server_status_process` ON `orthanc_server_status` (`process_id`);
CREATE TABLE `audit_logs` (
    `id` varchar(50) NOT NULL COMMENT 'Made by the client unless given',
    `timestamp` datetime(6) DEFAULT (UTC_TIMESTAMP(6)) NOT NULL COMMENT 'When it happened',
    `user_id` varchar(50) COMMENT 'Who did it',
    `user_type` varchar(9) COMMENT 'What kind of user',
    `user_name` varchar(100) COMMENT 'The user''s name',
    `hpcsa_number` varchar(50) COMMENT 'The user''s number, if a doctor',
    `action` varchar(100) NOT NULL COMMENT 'What was done: one of `vocabulary::action`, or another word',
    `resource_type` varchar(13) COMMENT 'The kind of thing it was done to',
    `resource_id` varchar(255) COMMENT 'The thing it was done to',
    `patient_id` varchar(100) COMMENT 'Whose data it was',
    `study_instance_uid` varchar(255) COMMENT 'Which study',
    `details` longtext COMMENT 'Anything more',
    `ip_address` varchar(45) COMMENT 'From which address',
    `user_agent` longtext COMMENT 'With which program',
    `session_id` varchar(100) COMMENT 'In which session',
    `success` boolean DEFAULT TRUE NOT NULL COMMENT 'Whether it worked',
    `error_message` longtext COMMENT 'Why it did not',
    `compliance_flags` json COMMENT 'Which rules it concerns',
    `retention_date` date COMMENT 'From when on the row may go',
    PRIMARY KEY `pk_audit_logs` (`id`),
    CONSTRAINT `ck_audit_logs_success` CHECK (`success` IN (0, 1)),
    CONSTRAINT `ck_audit_logs_failure` CHECK (`success` OR `error_message` IS NOT NULL),
    CONSTRAINT `ck_audit_logs_user_type` CHECK (`user_type` IN ('admin', 'doctor', 'patient', 'system', 'anonymous')),
    CONSTRAINT `ck_audit_logs_resource_type` CHECK (`resource_type` IN ('patient', 'study', 'series', 'instance', 'doctor', 'authorization', 'share', 'config', 'user', 'session', 'system'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Audit trail for HPCSA and POPIA';
CREATE INDEX `idx_audit_resource` ON `audit_logs` (`resource_type`, `resource_id`);
CREATE INDEX `idx_audit_timestamp` ON `audit_logs` (`timestamp`);
CREATE INDEX `idx_audit_user` ON `audit_logs` (`user_id`);
CREATE INDEX `idx_audit_hpcsa` ON `audit_logs` (`hpcsa_number`);
CREATE INDEX `idx_audit_action` ON `audit_logs` (`action`);
CREATE INDEX `idx_audit_patient` ON `audit_logs` (`patient_id`);
CREATE INDEX `idx_audit_study` ON `audit_logs` (`study_instance_uid`);
CREATE INDEX `idx_audit_session` ON `audit_logs` (`session_id`);
CREATE INDEX `idx_audit_retention` ON `audit_logs` (`retention_date`);
CREATE TABLE `notification_queue` (
    `id` varchar(50) NOT NULL COMMENT 'Made by the client unless given',
    `recipient_type` varchar(9) COMMENT 'What kind of recipient',
    `recipient_id` varchar(50) COMMENT 'Which one',
    `recipient_email` varchar(100) COMMENT 'Where the e-mail goes',
    `recipient_phone` varchar(50) COMMENT 'Where the short message goes',
    `notification_type` varchar(17) COMMENT 'What it is about',
    `subject` varchar(255) COMMENT 'The subject line',
    `message` longtext COMMENT 'The message as plain text',
    `message_html` longtext COMMENT 'The message as HTML',
    `language` varchar(3) DEFAULT 'en' NOT NULL COMMENT 'The language it is written in',
    `priority` varchar(6) DEFAULT 'normal' NOT NULL COMMENT 'How soon it must go',
    `status` varchar(9) DEFAULT 'pending' NOT NULL COMMENT 'How far it has come',
    `attempts` int DEFAULT 0 NOT NULL COMMENT 'How often it was tried',
    `max_attempts` int DEFAULT 3 NOT NULL COMMENT 'How often it may be tried',
    `created_at` datetime(6) DEFAULT (UTC_TIMESTAMP(6)) NOT NULL COMMENT 'When the row was made',
    `scheduled_at` datetime(6) COMMENT 'When it should go; at once if absent',
    `sent_at` datetime(6) COMMENT 'When it went',
    `error_message` longtext COMMENT 'Why it did not',
    `metadata` json COMMENT 'Anything the sender wants to keep',
    PRIMARY KEY `pk_notification_queue` (`id`),
    CONSTRAINT `ck_notification_queue_attempts` CHECK (`attempts` >= 0 AND `max_attempts` > 0),
    CONSTRAINT `ck_notification_queue_recipient_type` CHECK (`recipient_type` IN ('admin', 'doctor', 'patient', 'system', 'anonymous')),
    CONSTRAINT `ck_notification_queue_notification_type` CHECK (`notification_type` IN ('study_ready', 'link_created', 'access_granted', 'access_expiring', 'referral_received', 'system_alert')),
    CONSTRAINT `ck_notification_queue_language` CHECK (`language` IN ('en', 'af', 'zu', 'xh', 'nso', 'st', 'tn', 'ts', 'ss', 've', 'nr')),
    CONSTRAINT `ck_notification_queue_priority` CHECK (`priority` IN ('low', 'normal', 'high', 'urgent')),
    CONSTRAINT `ck_notification_queue_status` CHECK (`status` IN ('pending', 'sending', 'sent', 'failed', 'cancelled'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin COMMENT='Outgoing e-mail and SMS, with retries';
CREATE INDEX `idx_notification_recipient` ON `notification_queue` (`recipient_type`, `recipient_id`);
CREATE INDEX `idx_notification_type` ON `notification_queue` (`notification_type`);
CREATE INDEX `idx_notification_priority` ON `notification_queue` (`priority`);
CREATE INDEX `idx_notification_status` ON `notification_queue` (`status`);
CREATE INDEX `idx_notification_scheduled` ON `notification_queue` (`scheduled_at`);

-- drop
DROP TABLE `notification_queue`;
DROP TABLE `audit_logs`;
DROP TABLE `orthanc_server_status`;
DROP TABLE `orthanc_configs`;
DROP TABLE `patient_shares`;
DROP TABLE `patient_authorizations`;
DROP TABLE `patient_referrals`;
DROP TABLE `referring_doctors`;
