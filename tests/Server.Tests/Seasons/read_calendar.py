"""Reads a calendar with code of others (Debian's python3-icalendar) and tells what it holds, as JSON.

Times of a zone are worked out twice: by the VTIMEZONE of the file alone, and by the zone tables of this machine.
"""
import datetime
import json
import sys

import icalendar
import pytz

calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}


def told(value):
    """A day, or a moment in UTC, by the file's own zone and by the machine's."""
    if value is None:
        return None
    if not isinstance(value.dt, datetime.datetime):
        return value.dt.isoformat()
    zone = value.params.get("TZID")
    moment = value.dt
    if zone is not None and zone != "UTC":
        naive = moment.replace(tzinfo=None)
        moment = zones[str(zone)].localize(naive)
        machine = pytz.timezone(str(zone)).localize(naive)
        if moment.astimezone(pytz.utc) != machine.astimezone(pytz.utc):
            raise SystemExit(f"{naive} in {zone}: {moment} by the file, {machine} by the machine")
    return moment.astimezone(pytz.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


json.dump(
    [
        {
            "uid": str(event["UID"]),
            "sequence": int(event["SEQUENCE"]),
            "status": str(event["STATUS"]),
            "summary": str(event["SUMMARY"]),
            "start": told(event.get("DTSTART")),
            "end": told(event.get("DTEND")),
            "zone": str(event["DTSTART"].params.get("TZID", "")),
        }
        for event in calendar.walk("VEVENT")
    ],
    sys.stdout,
)
