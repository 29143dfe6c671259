"""The check kinds: what a rubric can ask of evidence. One file each; this table is the index."""

from emonev.checks.any_of import AnyOf
from emonev.checks.contains import Contains
from emonev.checks.counted import Counted
from emonev.checks.dated_within import DatedWithin
from emonev.checks.exists import Exists
from emonev.checks.has_columns import HasColumns
from emonev.checks.link import Link
from emonev.checks.readable import Readable
from emonev.checks.reviewed import Reviewed
from emonev.checks.signed import Signed
from emonev.checks.statement_of_nil import StatementOfNil
from emonev.checks.titled import Titled
from emonev.checks.within_portal_limits import WithinPortalLimits
from emonev.model.check import Check

KINDS: dict[str, type[Check]] = {
    "exists": Exists,
    "titled": Titled,
    "contains": Contains,
    "dated-within": DatedWithin,
    "readable": Readable,
    "has-columns": HasColumns,
    "counted": Counted,
    "signed": Signed,
    "link": Link,
    "within-portal-limits": WithinPortalLimits,
    "statement-of-nil": StatementOfNil,
    "reviewed": Reviewed,
    "any-of": AnyOf,
}
