-- create
CREATE TABLE [referring_doctors] (
    [id] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [name] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [hpcsa_number] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NULL,
    [email] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NULL,
    [phone] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NULL,
    [practice_name] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NULL,
    [specialization] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NULL,
    [facility_type] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NULL,
    [province] NVARCHAR(13) COLLATE Latin1_General_100_BIN2 NULL,
    [access_level] NVARCHAR(13) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_referring_doctors_access_level] DEFAULT N'view_only' NOT NULL,
    [is_active] BIT CONSTRAINT [df_referring_doctors_is_active] DEFAULT 1 NOT NULL,
    [created_at] DATETIMEOFFSET(6) CONSTRAINT [df_referring_doctors_created_at] DEFAULT TODATETIMEOFFSET(SYSUTCDATETIME(), 0) NOT NULL,
    [last_access] DATETIMEOFFSET(6) NULL,
    [referral_patterns] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [notification_preferences] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [email_notifications] BIT CONSTRAINT [df_referring_doctors_email_notifications] DEFAULT 1 NOT NULL,
    CONSTRAINT [pk_referring_doctors] PRIMARY KEY ([id]),
    CONSTRAINT [ck_referring_doctors_referral_patterns] CHECK (ISJSON([referral_patterns]) = 1),
    CONSTRAINT [ck_referring_doctors_notification_preferences] CHECK (ISJSON([notification_preferences]) = 1),
    CONSTRAINT [ck_referring_doctors_province] CHECK ([province] IN (N'Eastern Cape', N'Free State', N'Gauteng', N'KwaZulu-Natal', N'Limpopo', N'Mpumalanga', N'North West', N'Northern Cape', N'Western Cape')),
    CONSTRAINT [ck_referring_doctors_access_level] CHECK ([access_level] IN (N'view_only', N'download', N'annotate', N'report_access', N'share', N'full_access'))
);
CREATE UNIQUE INDEX [uq_referring_doctors_hpcsa_number] ON [referring_doctors] ([hpcsa_number]) WHERE [hpcsa_number] IS NOT NULL;
CREATE INDEX [idx_referring_doctors_email] ON [referring_doctors] ([email]);
CREATE INDEX [idx_referring_doctors_province] ON [referring_doctors] ([province]);
CREATE INDEX [idx_referring_doctors_active] ON [referring_doctors] ([is_active]);
CREATE INDEX [idx_referring_doctors_email_notifications] ON [referring_doctors] ([email_notifications]);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Healthcare professionals who refer patients for imaging', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'referring_doctors';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Made by the client unless given', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'referring_doctors', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Title and full name', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'referring_doctors', @level2type = N'COLUMN', @level2name = N'name';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Number in a register of the Health Professions Council of South Africa', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'referring_doctors', @level2type = N'COLUMN', @level2name = N'hpcsa_number';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Where notifications go', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'referring_doctors', @level2type = N'COLUMN', @level2name = N'email';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Where short messages go', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'referring_doctors', @level2type = N'COLUMN', @level2name = N'phone';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The practice or hospital', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'referring_doctors', @level2type = N'COLUMN', @level2name = N'practice_name';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The field of medicine', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'referring_doctors', @level2type = N'COLUMN', @level2name = N'specialization';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The kind of practice', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'referring_doctors', @level2type = N'COLUMN', @level2name = N'facility_type';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Where the practice is', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'referring_doctors', @level2type = N'COLUMN', @level2name = N'province';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The most this doctor may be granted', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'referring_doctors', @level2type = N'COLUMN', @level2name = N'access_level';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Whether the doctor may use the system', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'referring_doctors', @level2type = N'COLUMN', @level2name = N'is_active';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the row was made', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'referring_doctors', @level2type = N'COLUMN', @level2name = N'created_at';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the doctor last opened a study', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'referring_doctors', @level2type = N'COLUMN', @level2name = N'last_access';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'How often and for what the doctor refers', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'referring_doctors', @level2type = N'COLUMN', @level2name = N'referral_patterns';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'How the doctor wants to hear of things', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'referring_doctors', @level2type = N'COLUMN', @level2name = N'notification_preferences';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Whether the doctor wants e-mail at all', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'referring_doctors', @level2type = N'COLUMN', @level2name = N'email_notifications';
CREATE TABLE [patient_referrals] (
    [id] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [patient_id] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [patient_name] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NULL,
    [referring_doctor_id] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [study_instance_uid] NVARCHAR(255) COLLATE Latin1_General_100_BIN2 NULL,
    [accession_number] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NULL,
    [referral_date] DATETIMEOFFSET(6) CONSTRAINT [df_patient_referrals_referral_date] DEFAULT TODATETIMEOFFSET(SYSUTCDATETIME(), 0) NOT NULL,
    [study_type] NVARCHAR(11) COLLATE Latin1_General_100_BIN2 NULL,
    [modality] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NULL,
    [clinical_indication] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [priority] NVARCHAR(9) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_patient_referrals_priority] DEFAULT N'routine' NOT NULL,
    [status] NVARCHAR(10) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_patient_referrals_status] DEFAULT N'pending' NOT NULL,
    [access_granted] BIT CONSTRAINT [df_patient_referrals_access_granted] DEFAULT 0 NOT NULL,
    [access_expires] DATETIMEOFFSET(6) NULL,
    [notification_sent] BIT CONSTRAINT [df_patient_referrals_notification_sent] DEFAULT 0 NOT NULL,
    [patient_contacted] BIT CONSTRAINT [df_patient_referrals_patient_contacted] DEFAULT 0 NOT NULL,
    [created_at] DATETIMEOFFSET(6) CONSTRAINT [df_patient_referrals_created_at] DEFAULT TODATETIMEOFFSET(SYSUTCDATETIME(), 0) NOT NULL,
    [updated_at] DATETIMEOFFSET(6) NULL,
    CONSTRAINT [pk_patient_referrals] PRIMARY KEY ([id]),
    CONSTRAINT [ck_patient_referrals_expiry] CHECK ([access_expires] IS NULL OR [access_granted] = 1),
    CONSTRAINT [ck_patient_referrals_study_type] CHECK ([study_type] IN (N'xray', N'ct', N'mri', N'ultrasound', N'mammography', N'nuclear', N'pet', N'angiography', N'other')),
    CONSTRAINT [ck_patient_referrals_priority] CHECK ([priority] IN (N'routine', N'urgent', N'emergency')),
    CONSTRAINT [ck_patient_referrals_status] CHECK ([status] IN (N'pending', N'processing', N'authorized', N'completed', N'failed', N'expired')),
    CONSTRAINT [fk_patient_referrals_referring_doctor_id] FOREIGN KEY ([referring_doctor_id]) REFERENCES [referring_doctors] ([id])
);
CREATE INDEX [idx_patient_referrals_patient] ON [patient_referrals] ([patient_id]);
CREATE INDEX [idx_patient_referrals_doctor] ON [patient_referrals] ([referring_doctor_id]);
CREATE INDEX [idx_patient_referrals_study] ON [patient_referrals] ([study_instance_uid]);
CREATE INDEX [idx_patient_referrals_accession] ON [patient_referrals] ([accession_number]);
CREATE INDEX [idx_patient_referrals_date] ON [patient_referrals] ([referral_date]);
CREATE INDEX [idx_patient_referrals_status] ON [patient_referrals] ([status]);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Patient referrals and the studies they lead to', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Made by the client unless given', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The patient''s number in the archive', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals', @level2type = N'COLUMN', @level2name = N'patient_id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The patient''s full name', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals', @level2type = N'COLUMN', @level2name = N'patient_name';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who refers', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals', @level2type = N'COLUMN', @level2name = N'referring_doctor_id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The study, once there is one', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals', @level2type = N'COLUMN', @level2name = N'study_instance_uid';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The study''s number in the radiology department', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals', @level2type = N'COLUMN', @level2name = N'accession_number';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the doctor referred', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals', @level2type = N'COLUMN', @level2name = N'referral_date';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What is asked for', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals', @level2type = N'COLUMN', @level2name = N'study_type';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The DICOM modality', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals', @level2type = N'COLUMN', @level2name = N'modality';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why it is asked for', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals', @level2type = N'COLUMN', @level2name = N'clinical_indication';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'How soon it is needed', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals', @level2type = N'COLUMN', @level2name = N'priority';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'How far it has come', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals', @level2type = N'COLUMN', @level2name = N'status';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Whether the doctor may see the study', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals', @level2type = N'COLUMN', @level2name = N'access_granted';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When that ends', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals', @level2type = N'COLUMN', @level2name = N'access_expires';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Whether the doctor was told', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals', @level2type = N'COLUMN', @level2name = N'notification_sent';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Whether the patient was told', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals', @level2type = N'COLUMN', @level2name = N'patient_contacted';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the row was made', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals', @level2type = N'COLUMN', @level2name = N'created_at';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the row last changed', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_referrals', @level2type = N'COLUMN', @level2name = N'updated_at';
CREATE TABLE [patient_authorizations] (
    [id] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [doctor_id] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [patient_id] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [study_instance_uid] NVARCHAR(255) COLLATE Latin1_General_100_BIN2 NULL,
    [series_instance_uid] NVARCHAR(255) COLLATE Latin1_General_100_BIN2 NULL,
    [access_level] NVARCHAR(13) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_patient_authorizations_access_level] DEFAULT N'view_only' NOT NULL,
    [granted_by] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [granted_at] DATETIMEOFFSET(6) CONSTRAINT [df_patient_authorizations_granted_at] DEFAULT TODATETIMEOFFSET(SYSUTCDATETIME(), 0) NOT NULL,
    [expires_at] DATETIMEOFFSET(6) NULL,
    [is_active] BIT CONSTRAINT [df_patient_authorizations_is_active] DEFAULT 1 NOT NULL,
    [access_count] INT CONSTRAINT [df_patient_authorizations_access_count] DEFAULT 0 NOT NULL,
    [last_accessed] DATETIMEOFFSET(6) NULL,
    [purpose] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [restrictions] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [audit_trail] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [pk_patient_authorizations] PRIMARY KEY ([id]),
    CONSTRAINT [ck_patient_authorizations_restrictions] CHECK (ISJSON([restrictions]) = 1),
    CONSTRAINT [ck_patient_authorizations_audit_trail] CHECK (ISJSON([audit_trail]) = 1),
    CONSTRAINT [ck_patient_authorizations_count] CHECK ([access_count] >= 0),
    CONSTRAINT [ck_patient_authorizations_access_level] CHECK ([access_level] IN (N'view_only', N'download', N'annotate', N'report_access', N'share', N'full_access')),
    CONSTRAINT [fk_patient_authorizations_doctor_id] FOREIGN KEY ([doctor_id]) REFERENCES [referring_doctors] ([id]) ON DELETE CASCADE
);
CREATE UNIQUE INDEX [idx_patient_auth_combo] ON [patient_authorizations] ([doctor_id], [patient_id], [study_instance_uid]) WHERE [study_instance_uid] IS NOT NULL;
CREATE INDEX [idx_patient_auth_doctor] ON [patient_authorizations] ([doctor_id]);
CREATE INDEX [idx_patient_auth_patient] ON [patient_authorizations] ([patient_id]);
CREATE INDEX [idx_patient_auth_study] ON [patient_authorizations] ([study_instance_uid]);
CREATE INDEX [idx_patient_auth_expires] ON [patient_authorizations] ([expires_at]);
CREATE INDEX [idx_patient_auth_active] ON [patient_authorizations] ([is_active]);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Which doctor may see which patient''s studies, how far and how long', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_authorizations';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Made by the client unless given', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_authorizations', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who may see', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_authorizations', @level2type = N'COLUMN', @level2name = N'doctor_id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Whose studies', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_authorizations', @level2type = N'COLUMN', @level2name = N'patient_id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Which study; all of the patient''s if absent', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_authorizations', @level2type = N'COLUMN', @level2name = N'study_instance_uid';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Which series of the study; all if absent', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_authorizations', @level2type = N'COLUMN', @level2name = N'series_instance_uid';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the doctor may do', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_authorizations', @level2type = N'COLUMN', @level2name = N'access_level';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who granted it', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_authorizations', @level2type = N'COLUMN', @level2name = N'granted_by';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When it was granted', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_authorizations', @level2type = N'COLUMN', @level2name = N'granted_at';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When it ends by itself', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_authorizations', @level2type = N'COLUMN', @level2name = N'expires_at';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Whether it stands; false once expired or revoked', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_authorizations', @level2type = N'COLUMN', @level2name = N'is_active';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'How often it was used', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_authorizations', @level2type = N'COLUMN', @level2name = N'access_count';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When it was last used', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_authorizations', @level2type = N'COLUMN', @level2name = N'last_accessed';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What for', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_authorizations', @level2type = N'COLUMN', @level2name = N'purpose';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What is left out', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_authorizations', @level2type = N'COLUMN', @level2name = N'restrictions';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What happened to the grant', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_authorizations', @level2type = N'COLUMN', @level2name = N'audit_trail';
CREATE TABLE [patient_shares] (
    [id] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [patient_id] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [patient_name] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NULL,
    [patient_email] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NULL,
    [patient_phone] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NULL,
    [study_uids] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [series_uids] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [share_token] NVARCHAR(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [password_hash] NVARCHAR(255) COLLATE Latin1_General_100_BIN2 NULL,
    [created_by] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [created_at] DATETIMEOFFSET(6) CONSTRAINT [df_patient_shares_created_at] DEFAULT TODATETIMEOFFSET(SYSUTCDATETIME(), 0) NOT NULL,
    [expires_at] DATETIMEOFFSET(6) NULL,
    [max_downloads] INT CONSTRAINT [df_patient_shares_max_downloads] DEFAULT 10 NOT NULL,
    [download_count] INT CONSTRAINT [df_patient_shares_download_count] DEFAULT 0 NOT NULL,
    [access_count] INT CONSTRAINT [df_patient_shares_access_count] DEFAULT 0 NOT NULL,
    [last_accessed] DATETIMEOFFSET(6) NULL,
    [is_active] BIT CONSTRAINT [df_patient_shares_is_active] DEFAULT 1 NOT NULL,
    [mobile_optimized] BIT CONSTRAINT [df_patient_shares_mobile_optimized] DEFAULT 1 NOT NULL,
    [download_permissions] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [access_log] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [notification_history] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [pk_patient_shares] PRIMARY KEY ([id]),
    CONSTRAINT [uq_patient_shares_share_token] UNIQUE ([share_token]),
    CONSTRAINT [ck_patient_shares_download_permissions] CHECK (ISJSON([download_permissions]) = 1),
    CONSTRAINT [ck_patient_shares_access_log] CHECK (ISJSON([access_log]) = 1),
    CONSTRAINT [ck_patient_shares_notification_history] CHECK (ISJSON([notification_history]) = 1),
    CONSTRAINT [ck_patient_shares_downloads] CHECK ([download_count] <= [max_downloads])
);
CREATE INDEX [idx_patient_shares_patient] ON [patient_shares] ([patient_id]);
CREATE INDEX [idx_patient_shares_email] ON [patient_shares] ([patient_email]);
CREATE INDEX [idx_patient_shares_created] ON [patient_shares] ([created_at]);
CREATE INDEX [idx_patient_shares_expires] ON [patient_shares] ([expires_at]);
CREATE INDEX [idx_patient_shares_active] ON [patient_shares] ([is_active]);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Secure links through which patients see their own images', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Made by the client unless given', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Whose images', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'patient_id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The patient''s full name', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'patient_name';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Where the link goes', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'patient_email';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Where a short message goes', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'patient_phone';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The studies, separated by commas; all of the patient''s if absent', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'study_uids';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The series, separated by commas; all of the studies'' if absent', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'series_uids';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The hash of the link''s token; the token itself is nowhere but in the link', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'share_token';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The Argon2 hash of the password, if there is one', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'password_hash';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who made the link', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'created_by';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When it was made', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'created_at';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When it ends by itself', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'expires_at';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'How many downloads it allows', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'max_downloads';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'How many there were', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'download_count';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'How often it was opened', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'access_count';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When it was last opened', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'last_accessed';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Whether it works', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'is_active';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Whether the viewer is made for telephones', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'mobile_optimized';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What may be downloaded', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'download_permissions';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who opened it, when, from where', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'access_log';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Which messages were sent', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'patient_shares', @level2type = N'COLUMN', @level2name = N'notification_history';
CREATE TABLE [orthanc_configs] (
    [id] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [config_name] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [description] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [config_data] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [config_version] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NULL,
    [environment] NVARCHAR(11) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_orthanc_configs_environment] DEFAULT N'production' NOT NULL,
    [is_active] BIT CONSTRAINT [df_orthanc_configs_is_active] DEFAULT 0 NOT NULL,
    [is_default] BIT CONSTRAINT [df_orthanc_configs_is_default] DEFAULT 0 NOT NULL,
    [created_by] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NULL,
    [created_at] DATETIMEOFFSET(6) CONSTRAINT [df_orthanc_configs_created_at] DEFAULT TODATETIMEOFFSET(SYSUTCDATETIME(), 0) NOT NULL,
    [applied_at] DATETIMEOFFSET(6) NULL,
    [backup_config] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [validation_status] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NULL,
    [validation_errors] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [pk_orthanc_configs] PRIMARY KEY ([id]),
    CONSTRAINT [ck_orthanc_configs_environment] CHECK ([environment] IN (N'development', N'staging', N'production'))
);
CREATE INDEX [idx_orthanc_config_name] ON [orthanc_configs] ([config_name]);
CREATE INDEX [idx_orthanc_config_version] ON [orthanc_configs] ([config_version]);
CREATE INDEX [idx_orthanc_config_env] ON [orthanc_configs] ([environment]);
CREATE INDEX [idx_orthanc_config_active] ON [orthanc_configs] ([is_active]);
CREATE INDEX [idx_orthanc_config_default] ON [orthanc_configs] ([is_default]);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Versioned configurations of the Orthanc server', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_configs';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Made by the client unless given', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_configs', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What it is called', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_configs', @level2type = N'COLUMN', @level2name = N'config_name';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What it is for', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_configs', @level2type = N'COLUMN', @level2name = N'description';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The configuration itself', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_configs', @level2type = N'COLUMN', @level2name = N'config_data';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Its version', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_configs', @level2type = N'COLUMN', @level2name = N'config_version';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Where it is used', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_configs', @level2type = N'COLUMN', @level2name = N'environment';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Whether the server runs with it', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_configs', @level2type = N'COLUMN', @level2name = N'is_active';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Whether it is what a new server starts with', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_configs', @level2type = N'COLUMN', @level2name = N'is_default';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who wrote it', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_configs', @level2type = N'COLUMN', @level2name = N'created_by';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the row was made', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_configs', @level2type = N'COLUMN', @level2name = N'created_at';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the server took it over', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_configs', @level2type = N'COLUMN', @level2name = N'applied_at';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What it replaced', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_configs', @level2type = N'COLUMN', @level2name = N'backup_config';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the validation said', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_configs', @level2type = N'COLUMN', @level2name = N'validation_status';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the validation complained about', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_configs', @level2type = N'COLUMN', @level2name = N'validation_errors';
CREATE TABLE [orthanc_server_status] (
    [id] BIGINT IDENTITY(1, 1) NOT NULL,
    [timestamp] DATETIMEOFFSET(6) CONSTRAINT [df_orthanc_server_status_timestamp] DEFAULT TODATETIMEOFFSET(SYSUTCDATETIME(), 0) NOT NULL,
    [server_status] NVARCHAR(8) COLLATE Latin1_General_100_BIN2 NULL,
    [process_id] INT NULL,
    [http_port] INT NULL,
    [dicom_port] INT NULL,
    [cpu_usage] FLOAT(53) NULL,
    [memory_usage] BIGINT NULL,
    [disk_usage] BIGINT NULL,
    [active_connections] INT NULL,
    [studies_count] INT NULL,
    [series_count] INT NULL,
    [instances_count] INT NULL,
    [storage_size] BIGINT NULL,
    [error_count] INT NULL,
    [last_error] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [configuration_hash] NVARCHAR(255) COLLATE Latin1_General_100_BIN2 NULL,
    [uptime_seconds] BIGINT NULL,
    [performance_metrics] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [pk_orthanc_server_status] PRIMARY KEY ([id]),
    CONSTRAINT [ck_orthanc_server_status_performance_metrics] CHECK (ISJSON([performance_metrics]) = 1),
    CONSTRAINT [ck_orthanc_server_status_server_status] CHECK ([server_status] IN (N'running', N'stopped', N'starting', N'error'))
);
CREATE INDEX [idx_server_status_timestamp] ON [orthanc_server_status] ([timestamp]);
CREATE INDEX [idx_server_status_status] ON [orthanc_server_status] ([server_status]);
CREATE INDEX [idx_server_status_process] ON [orthanc_server_status] ([process_id]);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Samples of the Orthanc server''s health and load', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Numbered by the database; 64 bits, for samples come every few seconds for years', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the sample was taken', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'timestamp';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What the server was doing', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'server_status';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The server''s process', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'process_id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Where it listens for browsers', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'http_port';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Where it listens for modalities', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'dicom_port';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Per cent of all cores', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'cpu_usage';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Bytes', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'memory_usage';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Bytes', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'disk_usage';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Open connections', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'active_connections';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Studies in the archive', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'studies_count';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Series in the archive', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'series_count';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Images in the archive', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'instances_count';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Bytes of images', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'storage_size';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Errors since the start', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'error_count';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The last of them', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'last_error';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The hash of the configuration it runs with', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'configuration_hash';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Seconds since the start', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'uptime_seconds';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Anything else that was measured', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'orthanc_server_status', @level2type = N'COLUMN', @level2name = N'performance_metrics';
CREATE TABLE [audit_logs] (
    [id] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [timestamp] DATETIMEOFFSET(6) CONSTRAINT [df_audit_logs_timestamp] DEFAULT TODATETIMEOFFSET(SYSUTCDATETIME(), 0) NOT NULL,
    [user_id] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NULL,
    [user_type] NVARCHAR(9) COLLATE Latin1_General_100_BIN2 NULL,
    [user_name] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NULL,
    [hpcsa_number] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NULL,
    [action] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [resource_type] NVARCHAR(13) COLLATE Latin1_General_100_BIN2 NULL,
    [resource_id] NVARCHAR(255) COLLATE Latin1_General_100_BIN2 NULL,
    [patient_id] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NULL,
    [study_instance_uid] NVARCHAR(255) COLLATE Latin1_General_100_BIN2 NULL,
    [details] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [ip_address] NVARCHAR(45) COLLATE Latin1_General_100_BIN2 NULL,
    [user_agent] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [session_id] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NULL,
    [success] BIT CONSTRAINT [df_audit_logs_success] DEFAULT 1 NOT NULL,
    [error_message] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [compliance_flags] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [retention_date] DATE NULL,
    CONSTRAINT [pk_audit_logs] PRIMARY KEY ([id]),
    CONSTRAINT [ck_audit_logs_compliance_flags] CHECK (ISJSON([compliance_flags]) = 1),
    CONSTRAINT [ck_audit_logs_failure] CHECK ([success] = 1 OR [error_message] IS NOT NULL),
    CONSTRAINT [ck_audit_logs_user_type] CHECK ([user_type] IN (N'admin', N'doctor', N'patient', N'system', N'anonymous')),
    CONSTRAINT [ck_audit_logs_resource_type] CHECK ([resource_type] IN (N'patient', N'study', N'series', N'instance', N'doctor', N'authorization', N'share', N'config', N'user', N'session', N'system'))
);
CREATE INDEX [idx_audit_resource] ON [audit_logs] ([resource_type], [resource_id]);
CREATE INDEX [idx_audit_timestamp] ON [audit_logs] ([timestamp]);
CREATE INDEX [idx_audit_user] ON [audit_logs] ([user_id]);
CREATE INDEX [idx_audit_hpcsa] ON [audit_logs] ([hpcsa_number]);
CREATE INDEX [idx_audit_action] ON [audit_logs] ([action]);
CREATE INDEX [idx_audit_patient] ON [audit_logs] ([patient_id]);
CREATE INDEX [idx_audit_study] ON [audit_logs] ([study_instance_uid]);
CREATE INDEX [idx_audit_session] ON [audit_logs] ([session_id]);
CREATE INDEX [idx_audit_retention] ON [audit_logs] ([retention_date]);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Audit trail for HPCSA and POPIA', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Made by the client unless given', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When it happened', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'timestamp';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Who did it', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'user_id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What kind of user', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'user_type';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The user''s name', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'user_name';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The user''s number, if a doctor', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'hpcsa_number';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What was done: one of `vocabulary::action`, or another word', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'action';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The kind of thing it was done to', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'resource_type';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The thing it was done to', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'resource_id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Whose data it was', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'patient_id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Which study', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'study_instance_uid';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Anything more', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'details';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'From which address', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'ip_address';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'With which program', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'user_agent';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'In which session', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'session_id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Whether it worked', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'success';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why it did not', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'error_message';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Which rules it concerns', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'compliance_flags';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'From when on the row may go', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'audit_logs', @level2type = N'COLUMN', @level2name = N'retention_date';
CREATE TABLE [notification_queue] (
    [id] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [recipient_type] NVARCHAR(9) COLLATE Latin1_General_100_BIN2 NULL,
    [recipient_id] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NULL,
    [recipient_email] NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NULL,
    [recipient_phone] NVARCHAR(50) COLLATE Latin1_General_100_BIN2 NULL,
    [notification_type] NVARCHAR(17) COLLATE Latin1_General_100_BIN2 NULL,
    [subject] NVARCHAR(255) COLLATE Latin1_General_100_BIN2 NULL,
    [message] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [message_html] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [language] NVARCHAR(3) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_notification_queue_language] DEFAULT N'en' NOT NULL,
    [priority] NVARCHAR(6) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_notification_queue_priority] DEFAULT N'normal' NOT NULL,
    [status] NVARCHAR(9) COLLATE Latin1_General_100_BIN2 CONSTRAINT [df_notification_queue_status] DEFAULT N'pending' NOT NULL,
    [attempts] INT CONSTRAINT [df_notification_queue_attempts] DEFAULT 0 NOT NULL,
    [max_attempts] INT CONSTRAINT [df_notification_queue_max_attempts] DEFAULT 3 NOT NULL,
    [created_at] DATETIMEOFFSET(6) CONSTRAINT [df_notification_queue_created_at] DEFAULT TODATETIMEOFFSET(SYSUTCDATETIME(), 0) NOT NULL,
    [scheduled_at] DATETIMEOFFSET(6) NULL,
    [sent_at] DATETIMEOFFSET(6) NULL,
    [error_message] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    [metadata] NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [pk_notification_queue] PRIMARY KEY ([id]),
    CONSTRAINT [ck_notification_queue_metadata] CHECK (ISJSON([metadata]) = 1),
    CONSTRAINT [ck_notification_queue_attempts] CHECK ([attempts] >= 0 AND [max_attempts] > 0),
    CONSTRAINT [ck_notification_queue_recipient_type] CHECK ([recipient_type] IN (N'admin', N'doctor', N'patient', N'system', N'anonymous')),
    CONSTRAINT [ck_notification_queue_notification_type] CHECK ([notification_type] IN (N'study_ready', N'link_created', N'access_granted', N'access_expiring', N'referral_received', N'system_alert')),
    CONSTRAINT [ck_notification_queue_language] CHECK ([language] IN (N'en', N'af', N'zu', N'xh', N'nso', N'st', N'tn', N'ts', N'ss', N've', N'nr')),
    CONSTRAINT [ck_notification_queue_priority] CHECK ([priority] IN (N'low', N'normal', N'high', N'urgent')),
    CONSTRAINT [ck_notification_queue_status] CHECK ([status] IN (N'pending', N'sending', N'sent', N'failed', N'cancelled'))
);
CREATE INDEX [idx_notification_recipient] ON [notification_queue] ([recipient_type], [recipient_id]);
CREATE INDEX [idx_notification_type] ON [notification_queue] ([notification_type]);
CREATE INDEX [idx_notification_priority] ON [notification_queue] ([priority]);
CREATE INDEX [idx_notification_status] ON [notification_queue] ([status]);
CREATE INDEX [idx_notification_scheduled] ON [notification_queue] ([scheduled_at]);
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Outgoing e-mail and SMS, with retries', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Made by the client unless given', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What kind of recipient', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'recipient_type';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Which one', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'recipient_id';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Where the e-mail goes', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'recipient_email';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Where the short message goes', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'recipient_phone';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What it is about', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'notification_type';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The subject line', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'subject';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The message as plain text', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'message';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The message as HTML', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'message_html';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'The language it is written in', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'language';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'How soon it must go', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'priority';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'How far it has come', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'status';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'How often it was tried', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'attempts';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'How often it may be tried', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'max_attempts';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When the row was made', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'created_at';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When it should go; at once if absent', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'scheduled_at';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'When it went', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'sent_at';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Why it did not', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'error_message';
DECLARE @schema NVARCHAR(128) = SCHEMA_NAME(); EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'Anything the sender wants to keep', @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'notification_queue', @level2type = N'COLUMN', @level2name = N'metadata';

-- drop
DROP TABLE [notification_queue];
DROP TABLE [audit_logs];
DROP TABLE [orthanc_server_status];
DROP TABLE [orthanc_configs];
DROP TABLE [patient_shares];
DROP TABLE [patient_authorizations];
DROP TABLE [patient_referrals];
DROP TABLE [referring_doctors];
