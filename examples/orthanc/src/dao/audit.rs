//! The audit trail: only ever added to, and counted up for the authorities.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Months, Utc};
use tablewright::prelude::*;
use tablewright::{Error, Executor, Kind, Result};

use crate::hpcsa::HpcsaNumber;
use crate::table::{AuditLog, AuditLogDao, NewAuditLog};
use crate::vocabulary::{ComplianceCategory, ResourceType, UserType};

/// How long a row is kept: six years, as the council's booklet 9 asks for records of patients.
const RETENTION_MONTHS: Months = Months::new(72);

/// The most characters of a user's id.
const LONGEST_USER: usize = 50;

/// The audit trail. It can add and read, and nothing else.
#[derive(Clone, Copy)]
pub struct Audit<'a>(AuditLogDao<'a>);

/// Something that happened.
#[derive(Clone)]
pub struct Action<'a> {
    /// What was done: a word of [`crate::vocabulary::action`], or another.
    pub action: &'a str,
    /// Who did it.
    pub user_id: Option<&'a str>,
    /// What kind of user.
    pub user_type: UserType,
    /// The user's name.
    pub user_name: Option<&'a str>,
    /// The user's number, if a doctor.
    pub hpcsa_number: Option<&'a HpcsaNumber>,
    /// What it was done to.
    pub resource: Option<(ResourceType, &'a str)>,
    /// Whose data it was.
    pub patient_id: Option<&'a str>,
    /// Which study.
    pub study_instance_uid: Option<&'a str>,
    /// From which address.
    pub ip_address: Option<&'a str>,
    /// With which program.
    pub user_agent: Option<&'a str>,
    /// In which session.
    pub session_id: Option<&'a str>,
    /// Anything more.
    pub details: Option<&'a str>,
    /// Why it failed; absent if it worked.
    pub error: Option<&'a str>,
    /// Which rules it concerns.
    pub compliance: &'a [ComplianceCategory],
}

/// One line of the compliance report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplianceLine {
    /// The kind of user.
    pub user_type: UserType,
    /// What they did.
    pub action: String,
    /// How often.
    pub actions: u64,
    /// How many of them.
    pub users: u64,
    /// To the data of how many patients.
    pub patients: u64,
}

impl<'a> Action<'a> {
    /// Something a user did, with nothing more known.
    pub fn new(user_type: UserType, user_id: &'a str, action: &'a str) -> Self {
        Self {
            action,
            user_id: Some(user_id),
            user_type,
            user_name: None,
            hpcsa_number: None,
            resource: None,
            patient_id: None,
            study_instance_uid: None,
            ip_address: None,
            user_agent: None,
            session_id: None,
            details: None,
            error: None,
            compliance: &[],
        }
    }

    /// Refuses what could not be traced.
    fn check(&self) -> Result<()> {
        let usage = |message: &'static str| Err(Error::new(Kind::Usage, message));
        if self.user_type == UserType::Doctor && self.hpcsa_number.is_none() {
            return usage("an action of a doctor needs the doctor's HPCSA number");
        }
        let is_of_patient =
            self.patient_id.is_some() || self.resource.is_some_and(|(kind, _)| kind == ResourceType::Patient);
        if is_of_patient && [self.user_id, self.ip_address, self.session_id].contains(&None) {
            return usage("an action on a patient's data needs `user_id`, `ip_address` and `session_id`");
        }
        if self.user_id.is_some_and(|id| id.chars().count() > LONGEST_USER) {
            let message = "the user's id is longer than 50 characters: for a patient with such a number take the id of the link \
                           that was used, and the number for `patient_id`";
            return Err(Error::new(Kind::TooLong, message));
        }
        Ok(())
    }
}

impl<'a> Audit<'a> {
    /// The trail in this database, or in this transaction: what is rolled back was not done, and leaves no row.
    pub fn new(executor: &'a impl Executor) -> Self {
        Self(AuditLog::dao(executor))
    }

    /// Adds a row.
    ///
    /// # Errors
    /// Of kind `Usage` if a doctor's action comes without the doctor's HPCSA number, or one on a patient's data without
    /// user, address and session; of kind `TooLong` if the user's id is longer than 50 characters.
    pub async fn log_action(&self, action: &Action<'_>) -> Result<AuditLog> {
        action.check()?;
        let now = Utc::now();
        let mut row = NewAuditLog::new(action.action)
            .timestamp(now)
            .user_id(action.user_id)
            .user_type(action.user_type)
            .user_name(action.user_name)
            .hpcsa_number(action.hpcsa_number.cloned())
            .patient_id(action.patient_id)
            .study_instance_uid(action.study_instance_uid)
            .ip_address(action.ip_address)
            .user_agent(action.user_agent)
            .session_id(action.session_id)
            .details(action.details)
            .success(action.error.is_none())
            .error_message(action.error)
            .compliance_flags(Json(action.compliance.to_vec()))
            .retention_date(now.date_naive().checked_add_months(RETENTION_MONTHS));
        if let Some((kind, id)) = action.resource {
            row = row.resource_type(kind).resource_id(id);
        }
        self.0.create(row).await
    }

    /// What a user did, newest first.
    pub async fn find_user_actions(&self, user_id: &str, limit: u64) -> Result<Vec<AuditLog>> {
        self.0.find_all(AuditLog::USER_ID.eq(user_id)).order_by(AuditLog::TIMESTAMP.desc()).limit(limit).await
    }

    /// What was done with a patient's data, newest first.
    pub async fn find_patient_access(&self, patient_id: &str) -> Result<Vec<AuditLog>> {
        self.0.find_all(AuditLog::PATIENT_ID.eq(patient_id)).order_by(AuditLog::TIMESTAMP.desc()).await
    }

    /// What was done with a study, newest first.
    pub async fn find_study_access(&self, study_instance_uid: &str) -> Result<Vec<AuditLog>> {
        self.0.find_all(AuditLog::STUDY_INSTANCE_UID.eq(study_instance_uid)).order_by(AuditLog::TIMESTAMP.desc()).await
    }

    /// What was done in a time: per kind of user and action the number of actions, of distinct users and of distinct
    /// patients, most frequent first. `from` belongs to the time, `to` does not.
    pub async fn compliance_report(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Vec<ComplianceLine>> {
        #[derive(Default)]
        struct Tally {
            actions: u64,
            users: BTreeSet<String>,
            patients: BTreeSet<String>,
        }
        let mut tallies = BTreeMap::<(UserType, String), Tally>::new();
        self.0
            .find_all(AuditLog::TIMESTAMP.ge(from).and(AuditLog::TIMESTAMP.lt(to)))
            .for_each(|row| {
                let user_type = row.user_type.unwrap_or(UserType::Anonymous);
                let tally = tallies.entry((user_type, row.action)).or_default();
                tally.actions += 1;
                tally.users.extend(row.user_id);
                tally.patients.extend(row.patient_id);
                Ok(())
            })
            .await?;
        let mut lines = tallies
            .into_iter()
            .map(|((user_type, action), tally)| ComplianceLine {
                user_type,
                action,
                actions: tally.actions,
                users: tally.users.len() as u64,
                patients: tally.patients.len() as u64,
            })
            .collect::<Vec<_>>();
        lines.sort_by_key(|line| std::cmp::Reverse(line.actions));
        Ok(lines)
    }
}
