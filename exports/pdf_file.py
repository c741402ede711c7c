"""The PDF file itself: compact objects, colour profile and metadata, as PDF/A-3a and PDF/UA-1 ask for.

Leans on ReportLab's inner names, since the open-source package offers neither; `test_pdf_conformance` notices when
they move.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase import pdfdoc

OBJECTS_PER_STREAM = 200
ATTACHED = "plan.json"
"""The name of the attached plan."""
_END = b"endstream\n"
_LINE_END_OF_STREAM = b"\r\n"
"""Two bytes, since data may itself end in a carriage return, which a single line feed would seem to belong to."""
_PROFILE_DATE = slice(24, 36)
_PROFILE_ID = slice(84, 100)


def compressed_stream(data: bytes, **entries: object) -> Any:
    """A stream object with those dictionary entries."""
    filters = [pdfdoc.PDFStreamFilterZCompress()]
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), data, filters=filters)


def attach(document: Any, plan: bytes) -> None:
    """Lets the plan travel in the file, as the data that the pages were made from."""
    params = pdfdoc.PDFDictionary({"Size": len(plan), "ModDate": pdfdoc.PDFDate(ts=document._timeStamp)})  # noqa: SLF001 - reportlab shows the time nowhere else
    # ReportLab does not write a slash within a name as PDF asks, so the name is given as it is to stand.
    file = document.Reference(
        compressed_stream(plan, Type=pdfdoc.PDFName("EmbeddedFile"), Subtype="/application#2Fjson", Params=params)
    )
    name = pdfdoc.PDFString(ATTACHED)
    about = {
        "Type": pdfdoc.PDFName("Filespec"), "F": name, "UF": name, "Desc": name,
        "AFRelationship": pdfdoc.PDFName("Source"), "EF": pdfdoc.PDFDictionary({"F": file, "UF": file}),
    }  # fmt: skip
    reference = document.Reference(pdfdoc.PDFDictionary(about))
    document.Catalog.AF = pdfdoc.PDFArray([reference])
    names = pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray([name, reference])})
    document.Catalog.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": names})


def srgb_profile() -> bytes:
    """An sRGB colour profile, the same bytes every time: its date and checksum are blanked."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_PROFILE_DATE] = bytes([7, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])
    profile[_PROFILE_ID] = bytes(16)
    return bytes(profile)


@dataclass
class _Body:
    """The file as it grows: its parts, and where each object lies (type, place, index) for the cross-reference."""

    parts: list[bytes] = field(default_factory=lambda: [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"])
    places: dict[int, tuple[int, int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.length = sum(map(len, self.parts))

    def add(self, number: int, body: bytes) -> None:
        self.places[number] = (1, self.length, 0)
        self.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def write(self, data: bytes) -> None:
        self.parts.append(data)
        self.length += len(data)


class CompactDocument(pdfdoc.PDFDocument):  # type: ignore[misc]  # reportlab has no types
    """Writes objects in compressed streams, and the line end before «endstream» that PDF/A asks for."""

    def format(self) -> bytes:
        """The bytes of the file."""
        self.encrypt.prepare(self)
        root, info = self.Reference(self.Catalog), self.Reference(self.info)
        body = _Body()
        plain: list[tuple[int, bytes]] = []
        number = 0
        while (number := number + 1) in self.numberToId:  # formatting an object may add others
            data = self._formatted(self.idToObject[self.numberToId[number]])
            if data.endswith(_END):
                body.add(number, data.removesuffix(_END) + _LINE_END_OF_STREAM + b"endstream")
            else:
                plain.append((number, data.rstrip(b"\n")))
        for first in range(0, len(plain), OBJECTS_PER_STREAM):
            number = _add_object_stream(body, number, plain[first : first + OBJECTS_PER_STREAM])
        self._write_cross_reference(body, number, pdfdoc.format(root, self), pdfdoc.format(info, self))
        return b"".join(body.parts)

    def _formatted(self, item: Any) -> bytes:
        if isinstance(item, pdfdoc.PDFStream) and isinstance(item.content, str) and item.content.startswith("/CIDInit"):
            item.content = with_pairs(without_reserved_slots(item.content))
        data = pdfdoc.format(item, self, toplevel=1)
        return data.encode("latin-1") if isinstance(data, str) else bytes(data)

    def _write_cross_reference(self, body: _Body, number: int, root: bytes, info: bytes) -> None:
        start = body.length
        body.places[number] = (1, start, 0)
        rows = b"\x00\x00\x00\x00\xff\xff" + b"".join(
            bytes([kind]) + place.to_bytes(3, "big") + index.to_bytes(2, "big")
            for kind, place, index in (body.places[n] for n in range(1, number + 1))
        )
        packed = zlib.compress(rows, 9)
        identity = self.ID().split(b"]")[0].strip() + b"]"
        head = b"/Type/XRef/Size %d/W[1 3 2]/Root %s/Info %s/ID %s" % (number + 1, root, info, identity)
        body.write(_stream(number, head, packed) + b"startxref\n%d\n%%%%EOF\n" % start)


def _add_object_stream(body: _Body, number: int, members: list[tuple[int, bytes]]) -> int:
    """Adds the members as one stream that gets `number`; returns the next free number."""
    heads, data = [], b""
    for index, (member, content) in enumerate(members):
        heads.append(b"%d %d" % (member, len(data)))
        body.places[member] = (2, number, index)
        data += content + b"\n"
    head = b" ".join(heads) + b"\n"
    packed = zlib.compress(head + data, 9)
    body.places[number] = (1, body.length, 0)
    body.write(_stream(number, b"/Type/ObjStm/N %d/First %d" % (len(members), len(head)), packed))
    return number + 1


def _stream(number: int, entries: bytes, packed: bytes) -> bytes:
    head = b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n" % (number, entries, len(packed))
    return head + packed + _LINE_END_OF_STREAM + b"endstream\nendobj\n"


def without_reserved_slots(character_map: str) -> str:
    """The font's map to Unicode without the slots that ReportLab sends to U+0000, which both standards forbid."""
    kept = re.sub(r"<..> <0000>\n", "", character_map)
    count = len(re.findall(r"^<..> <", kept.split("beginbfchar")[1], re.MULTILINE))
    return re.sub(r"\d+ beginbfchar", f"{count} beginbfchar", kept)


def with_pairs(character_map: str) -> str:
    """The font's map to Unicode with what lies beyond U+FFFF in two halves, as UTF-16 has it: emoji, for the most part.

    ReportLab writes such a sign as one number of five digits, which no reader takes for what it is.
    """
    return re.sub(r"(?<=> <)[0-9A-F]{5,6}(?=>)", _pair, character_map)


def _pair(match: re.Match[str]) -> str:
    return chr(int(match[0], 16)).encode("utf-16-be").hex().upper()


_UA_SCHEMA = (
    '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>'
    '</rdf:Description><rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
    'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" '
    'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>'
    '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>'
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


def metadata(document: Any, language: str) -> bytes:
    """The XMP packet: the same title and author as in the file's information, and both conformance claims."""
    info, stamp = document.info, document._timeStamp  # noqa: SLF001 - reportlab shows the time nowhere else
    when = "{:04d}-{:02d}-{:02d}T{:02d}:{:02d}:{:02d}".format(*stamp.YMDhms) + f"{stamp.dhh:+03d}:{abs(stamp.dmm):02d}"
    title, author, subject, keywords, creator, producer = (
        _xml(getattr(info, name)) for name in ("title", "author", "subject", "keywords", "creator", "producer")
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
        'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
        f"<dc:format>application/pdf</dc:format><dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag>"
        f'</dc:language><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>'
        f"<xmp:CreatorTool>{creator}</xmp:CreatorTool><xmp:CreateDate>{when}</xmp:CreateDate>"
        f"<xmp:ModifyDate>{when}</xmp:ModifyDate><pdf:Producer>{producer}</pdf:Producer>"
        f"<pdf:Keywords>{keywords}</pdf:Keywords><pdfaid:part>3</pdfaid:part>"
        f"<pdfaid:conformance>A</pdfaid:conformance></rdf:Description>{_UA_SCHEMA}</rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    ).encode()


def _xml(value: str | bytes) -> str:
    return escape(value.decode() if isinstance(value, bytes) else value)
