//! Every mistake the checker knows, each with its page of `explain`.
//!
//! The pages are Markdown files in `codes/`, one per code; the tests hold codes, pages and bad fixtures in bijection.

use std::fmt;

use super::Severity;

/// A kind of mistake, named by a word that stays the same: `unknown-type`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u16);

/// What is known about a code.
#[derive(Clone, Copy, Debug)]
pub struct CodeInfo {
    /// Its name.
    pub name: &'static str,
    /// What kind of mistake it is; the folder of its fixture.
    pub group: Group,
    /// How bad it is.
    pub severity: Severity,
    /// Its page, in Markdown.
    pub page: &'static str,
}

impl Code {
    /// What is known about it.
    pub fn info(self) -> &'static CodeInfo {
        ALL.get(self.0 as usize).unwrap_or(&NO_CODE)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        self.info().name
    }

    /// A code by its name.
    pub fn find(name: &str) -> Option<Self> {
        let at = ALL.iter().position(|info| info.name == name)?;
        u16::try_from(at).ok().map(Self)
    }

    /// Every code.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).map(Self).take(ALL.len())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

static NO_CODE: CodeInfo = CodeInfo { name: "", group: Group::File, severity: Severity::Error, page: "" };

macro_rules! groups {
    ($($variant:ident $word:literal $doc:literal,)*) => {
        /// What kind of mistake a code is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Group {
            $(#[doc = $doc] $variant,)*
        }

        impl Group {
            /// The word for people, and the folder of the fixtures.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }
    };
}

groups! {
    File "file" "Files and folders.",
    Yaml "yaml" "YAML itself.",
    Shape "shape" "Keys and the shape of values.",
    Name "name" "Names.",
    Type "type" "Types of values.",
    Version "version" "Versions, changes and gates.",
    Condition "condition" "Conditions and filters.",
    Constraint "constraint" "Constraints and defaults.",
    Value "value" "Values of enums.",
    Endpoint "endpoint" "Operations.",
    Provenance "provenance" "Pages, questions, readings and docs.",
    Matrix "matrix" "Matrices of requirements.",
}

macro_rules! codes {
    ($($constant:ident $group:ident $severity:ident $name:literal,)*) => {
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "the names of the constants, in order")]
        enum Index { $($constant,)* }

        impl Code {
            $(
                #[doc = concat!("`", $name, "`: see its page.")]
                pub const $constant: Self = Self(Index::$constant as u16);
            )*
        }

        /// Every code, in the order of [`Code::all`].
        pub static ALL: &[CodeInfo] = &[
            $(CodeInfo {
                name: $name,
                group: Group::$group,
                severity: Severity::$severity,
                page: include_str!(concat!("codes/", $name, ".md")),
            },)*
        ];
    };
}

codes! {
    UNREADABLE File Error "unreadable",
    NO_FILES File Error "no-files",
    NOT_UTF8 File Error "not-utf8",
    TOO_LARGE File Error "too-large",
    EMPTY_FILE File Warning "empty-file",
    BAD_FILE_NAME File Error "bad-file-name",

    YAML_SYNTAX Yaml Error "yaml-syntax",
    TOO_DEEP Yaml Error "too-deep",
    ANCHOR Yaml Error "anchor",
    TAG Yaml Error "tag",
    MERGE_KEY Yaml Error "merge-key",
    SEVERAL_DOCUMENTS Yaml Error "several-documents",
    DUPLICATE_KEY Yaml Error "duplicate-key",
    KEY_NOT_TEXT Yaml Error "key-not-text",

    UNKNOWN_SECTION Shape Error "unknown-section",
    UNKNOWN_KEY Shape Error "unknown-key",
    UNQUOTED_COMMA Shape Error "unquoted-comma",
    MISSING_KEY Shape Error "missing-key",
    WRONG_SHAPE Shape Error "wrong-shape",
    NOT_A_NUMBER Shape Error "not-a-number",
    UNKNOWN_WORD Shape Error "unknown-word",
    SEVERAL_APIS Shape Error "several-apis",
    NO_API Shape Error "no-api",
    BAD_RANGE Shape Error "bad-range",

    DUPLICATE_NAME Name Error "duplicate-name",
    DUPLICATE_FIELD Name Error "duplicate-field",
    NAME_COLLISION Name Error "name-collision",
    BAD_NAME Name Error "bad-name",
    BAD_RUST_NAME Name Error "bad-rust-name",

    UNKNOWN_TYPE Type Error "unknown-type",
    BAD_TYPE Type Error "bad-type",
    UNKNOWN_GROUP Type Error "unknown-group",
    INFINITE_TYPE Type Error "infinite-type",
    PREFIX_NOT_OBJECT Type Error "prefix-not-object",
    PREFIX_MISFIT Type Error "prefix-misfit",
    UNKNOWN_FIELD Type Error "unknown-field",
    BAD_PAIR Type Error "bad-pair",
    BAD_CHOICE Type Error "bad-choice",
    TOO_MANY_FIELDS Type Error "too-many-fields",
    UNUSED_TYPE Type Warning "unused-type",
    UNUSED_GROUP Type Warning "unused-group",

    BAD_VERSION Version Error "bad-version",
    UNKNOWN_CHANGE Version Error "unknown-change",
    WRONG_CHANGE_KIND Version Error "wrong-change-kind",
    UNUSED_CHANGE Version Error "unused-change",
    EMPTY_LIFE Version Error "empty-life",
    OUTLIVES_OWNER Version Error "outlives-owner",
    NEWER_TYPE Version Error "newer-type",
    NEWER_VALUE Version Error "newer-value",
    NEWER_CONDITION Version Error "newer-condition",
    NEWER_FORMER_VALUE Version Error "newer-former-value",
    RENAMED_ONTO_TAKEN Version Error "renamed-onto-taken",
    REQUIRED_BEFORE_ADDED Version Error "required-before-added",
    ALREADY_REQUIRED Version Error "already-required",
    RETYPED_TO_SAME Version Error "retyped-to-same",
    REDUNDANT_GATE Version Warning "redundant-gate",
    UNRESOLVED_WITHOUT_QUESTION Version Error "unresolved-without-question",
    FORMER_NEVER_LIVED Version Error "former-never-lived",

    BAD_CONDITION Condition Error "bad-condition",
    UNKNOWN_PATH Condition Error "unknown-path",
    IMPOSSIBLE_VALUE Condition Error "impossible-value",
    CHANGE_WITHOUT_CONDITION Condition Error "change-without-condition",
    CONDITIONAL_REQUIRED Condition Error "conditional-required",
    FILTER_NOT_LIST Condition Error "filter-not-list",

    CONSTRAINT_MISFIT Constraint Error "constraint-misfit",
    CONSTRAINT_EMPTY Constraint Error "constraint-empty",
    BAD_CHARS Constraint Error "bad-chars",
    BAD_DEFAULT Constraint Error "bad-default",
    BAD_URL Constraint Error "bad-url",

    NO_VALUES Value Error "no-values",
    UNKNOWN_VALUE Value Error "unknown-value",
    ANSWERED_TWICE Value Error "answered-twice",
    FORMER_CYCLE Value Error "former-cycle",
    VALUE_WITHOUT_FORMER Value Warning "value-without-former",

    BAD_CALL Endpoint Error "bad-call",
    UNKNOWN_PATH_PARAMETER Endpoint Error "unknown-path-parameter",
    SAME_CALL Endpoint Error "same-call",
    BAD_STATUS Endpoint Error "bad-status",
    UNKNOWN_AUTH Endpoint Error "unknown-auth",
    BODY_ON_GET Endpoint Error "body-on-get",
    BODY_NOT_OBJECT Endpoint Error "body-not-object",
    BAD_IDEMPOTENCY Endpoint Error "bad-idempotency",

    BAD_PLACE Provenance Error "bad-place",
    UNKNOWN_PAGE Provenance Error "unknown-page",
    UNKNOWN_QUESTION Provenance Error "unknown-question",
    UNKNOWN_ITEM Provenance Error "unknown-item",
    NO_ANSWER Provenance Error "no-answer",
    MISSING_DOC Provenance Warning "missing-doc",

    ROW_WIDTH Matrix Error "row-width",
    UNKNOWN_ROW Matrix Error "unknown-row",
}
