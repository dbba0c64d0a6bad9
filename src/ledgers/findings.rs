//! What does not hold together in the records (plan line 96, 数据比对): the findings of the rules as rows.

use super::scope::Scope;
use super::table::Row;
use crate::indicators::terms_of;
use crate::model::consistency::{Rule, Severity, Standing, breaches, standing};
use crate::model::{CodeDef, CodeList, Kind, Label, Level, Value, naming};

const fn code(id: &'static str, label: Label) -> CodeDef {
    CodeDef {
        id,
        label,
        national: "",
    }
}

const NONE: CodeDef = code("", Label::new("", ""));

static RULE_CODES: [CodeDef; Rule::ALL.len()] = {
    let mut all = [NONE; Rule::ALL.len()];
    let mut place = 0;
    while place < all.len() {
        all[place] = code(Rule::ALL[place].id(), Rule::ALL[place].label());
        place += 1;
    }
    all
};

static KIND_CODES: [CodeDef; Kind::ALL.len()] = {
    let mut all = [NONE; Kind::ALL.len()];
    let mut place = 0;
    while place < all.len() {
        all[place] = code(Kind::ALL[place].def().id, Kind::ALL[place].def().label);
        place += 1;
    }
    all
};

/// The rules.
pub static RULES: CodeList = CodeList {
    id: "rule",
    values: &RULE_CODES,
};

/// The kinds of record.
pub static KINDS: CodeList = CodeList {
    id: "kind",
    values: &KIND_CODES,
};

/// How bad a finding is.
pub static SEVERITIES: CodeList = CodeList {
    id: "severity",
    values: &[
        code("error", Label::new("必须改正", "To be put right")),
        code("warn", Label::new("需要核实", "To be looked at")),
        code("info", Label::new("提示", "Worth knowing")),
    ],
};

/// The findings of every village: the rule, how bad it is, the kind of record and its name, what somebody decided and why.
pub(super) fn findings(scope: &Scope<'_>) -> Vec<Row> {
    let terms = terms_of(scope.facts, scope.day);
    let villages = scope.within().filter(|part| part.area.level() == Level::Village);
    let mut rows = Vec::new();
    for part in villages {
        let breaches = breaches(part.area, part.records, &terms);
        for one in standing(&breaches, part.records.data_issues.iter()) {
            let (breach, state) = match &one {
                Standing::Open(breach, _) => (*breach, "open"),
                Standing::Accepted(breach, _) => (*breach, "accepted_with_reason"),
                Standing::Gone(_) => continue,
            };
            let name = naming(&[part.records], breach.kind, breach.id);
            let name = name.filter(|name| !name.def.is_area()).map(|name| name.value);
            rows.push(Row {
                keeper: part.area,
                place: part.area,
                kind: breach.kind,
                id: breach.id,
                cells: vec![
                    breach.rule.id().into(),
                    severity(breach.rule.severity()).into(),
                    breach.kind.def().id.into(),
                    name.filter(|name| name.as_text().is_some()).unwrap_or_default(),
                    state.into(),
                    one.reason().map_or(Value::Null, Value::from),
                ],
            });
        }
    }
    rows
}

const fn severity(severity: Severity) -> &'static str {
    severity.id()
}
