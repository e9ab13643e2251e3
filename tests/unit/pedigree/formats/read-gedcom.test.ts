import { describe, expect, it } from 'vitest';
import { readGedcomAge, readGedcomDate, writeGedcomAge, writeGedcomDate } from '#shared/pedigree/formats/gedcom/gedcom-dates.ts';
import { readFamilies } from '#shared/pedigree/formats/read-families.ts';

const file = (records: string, head = '1 GEDC\n2 VERS 5.5.1\n1 CHAR UTF-8') => `0 HEAD\n${head}\n${records}\n0 TRLR\n`;
const read = (content: string | Uint8Array) => {
  const reading = readFamilies({ fileName: 'family.ged', content });
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  const family = reading.value.families[0]?.family;
  if (family === undefined) throw new Error('no family');
  return { family, problems: reading.value.problems, format: reading.value.format };
};
const errorsOf = (content: string) => {
  const reading = readFamilies({ fileName: 'family.ged', content });
  return reading.ok ? [] : (reading.error.problems ?? []).filter(({ severity }) => severity === 'error').map(({ line, rule }) => [line, rule]);
};
const bytes = (...parts: readonly (string | readonly number[])[]) => Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part)));

describe('a GEDCOM date', () => {
  it.each([
    ['6 SEP 1888', '1888-09-06'],
    ['Sept 1888', '1888-09'],
    ['1888', '1888'],
    ['28 Jan 1456/1457', '1457-01-28'],
    ['10 Feb 1699/00', '1700-02-10'],
    ['JULIAN 1 MAR 980', '0980-03-01'],
  ])('%s is read', (text, date) => {
    expect(readGedcomDate(text)).toEqual({ date, isInexact: false });
  });

  it.each(['ABT 1888', 'CAL 1888', 'est 1888'])('%s is read as inexact', (text) => {
    expect(readGedcomDate(text)).toEqual({ date: '1888', isInexact: true });
  });

  it.each(['BEF 1888', 'BET 1880 AND 1890', '30 FEB 1888', '(about the war)', '@#DHEBREW@ 2 TVT 5758', '44 B.C.', '', '1 FOO 1900'])('%s says less than a year and is not read', (text) => {
    expect(readGedcomDate(text)).toBeNull();
  });

  it('is written as it is read', () => {
    for (const date of ['1967', '1967-02', '1967-02-28', '0980']) expect(readGedcomDate(writeGedcomDate(date))?.date).toBe(date);
  });
});

describe('a GEDCOM age', () => {
  it.each([['42y 6m', 'P42Y6M'], ['76', 'P76Y'], ['3 months', 'P3M'], ['2w 3d', 'P2W3D'], ['0d', 'P0D']])('%s is read', (text, duration) => {
    expect(readGedcomAge(text)).toBe(duration);
  });

  it.each(['CHILD', '> 10y', '', 'y', '1y 2y'])('%s is not read', (text) => {
    expect(readGedcomAge(text)).toBeNull();
  });

  it('is not written where GEDCOM has no words for it', () => {
    expect(writeGedcomAge('PT5H', true)).toBeNull();
    expect(writeGedcomAge('P1.5Y', true)).toBeNull();
    expect(writeGedcomAge('P2W', false)).toBe('14d');
  });
});

describe('a GEDCOM file', () => {
  it('gives names, dates, death, notes and parents by birth and adoption', () => {
    const { family, format } = read(file('0 @I1@ INDI\n1 NAME Ann /Lee/\n1 SEX F\n1 BIRT\n2 DATE 3 MAY 1970\n1 DEAT\n2 AGE 20y\n2 CAUS Stroke\n1 NOTE one\n2 CONT two\n2 CONC !\n1 FAMC @F1@\n1 FAMC @F2@\n2 PEDI adopted\n0 @I2@ INDI\n1 SEX M\n0 @I3@ INDI\n1 SEX F\n0 @F1@ FAM\n1 HUSB @I2@\n1 CHIL @I1@\n0 @F2@ FAM\n1 WIFE @I3@\n1 CHIL @I1@'));
    expect(format).toBe('gedcom5');
    expect(family.individuals[0]).toMatchObject({ id: 'I1', givenName: 'Ann', familyName: 'Lee', gender: 'woman-girl', birthDate: '1970-05-03', vitalStatus: 'deceased', ageAtDeath: 'P20Y', causeOfDeath: 'Stroke', note: 'one\ntwo!', isAdopted: true });
    expect(family.parentEdges.map(({ childId, parentId, roles }) => [childId, parentId, roles.join()])).toEqual([['I1', 'I2', 'sperm'], ['I1', 'I3', 'adoptive']]);
  });

  it('says of what has no place in a pedigree that it was not read, with its number and first line', () => {
    expect(read(file('0 @I1@ INDI\n1 OCCU Smith\n1 OCCU Baker\n1 BIRT\n2 PLAC Kent')).problems.map(({ line, message }) => [line, message])).toEqual([[6, 'INDI.OCCU is not read (2 times, first here)'], [9, 'INDI.BIRT.PLAC is not read']]);
  });

  it.each([
    ['that is cut off', '0 HEAD\n0 @I1@ INDI\n1 SEX M', [[3, 'cut-off']]],
    ['with a link to a family that is not there', file('0 @I1@ INDI\n1 FAMC @F9@'), [[6, 'unknown-reference']]],
    ['with a child that is not there', file('0 @I1@ INDI\n1 SEX M\n0 @F1@ FAM\n1 HUSB @I1@\n1 CHIL @I9@'), [[9, 'unknown-reference']]],
    ['with a level that follows nothing', file('0 @I1@ INDI\n3 DATE 1900'), [[6, 'level-jump']]],
    ['with a line that is none', file('0 @I1@ INDI\nJohn Smith'), [[6, 'not-a-line']]],
    ['with two records of one id', file('0 @I1@ INDI\n0 @I1@ INDI'), [[6, 'record-twice']]],
    ['without individuals', file('0 @N1@ NOTE nobody'), [[1, 'no-individuals']]],
    ['in which somebody is their own ancestor', file('0 @I1@ INDI\n1 SEX M\n0 @I2@ INDI\n1 SEX M\n0 @F1@ FAM\n1 HUSB @I1@\n1 CHIL @I2@\n0 @F2@ FAM\n1 HUSB @I2@\n1 CHIL @I1@'), [[5, 'no-own-ancestor']]],
  ])('%s is refused whole, with the line', (_what, text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });

  it('joins text that a program broke without saying so', () => {
    expect(read(file('0 @I1@ INDI\n1 NOTE one\ntwo lines')).family.individuals[0]?.note).toBe('one\ntwo lines');
  });

  it('reads twins that other programs name in words', () => {
    expect(read(file('0 @I1@ INDI\n1 ASSO @I2@\n2 RELA identical twin\n0 @I2@ INDI')).family.twinGroups).toEqual([{ id: 'twins 1', members: [{ individualId: 'I1', zygote: 1 }, { individualId: 'I2', zygote: 1 }], knownBy: 'reported' }]);
  });

  it('tells the undrawn partners of one parent apart', () => {
    const { family } = read(file('0 @I1@ INDI\n1 SEX F\n0 @I2@ INDI\n0 @I3@ INDI\n0 @F1@ FAM\n1 WIFE @I1@\n1 CHIL @I2@\n0 @F2@ FAM\n1 WIFE @I1@\n1 CHIL @I3@'));
    expect(family.parentEdges.map(({ childId, undrawnPartner }) => [childId, undrawnPartner])).toEqual([['I2', 0], ['I3', 1]]);
  });

  it('reads ANSEL, Windows-1252 and UTF-16', () => {
    const ansel = bytes('0 HEAD\r1 CHAR ANSEL\r0 @I1@ INDI\r1 NAME Ren', [0xe2], 'e /', [0xa2], 'rsted/\r0 TRLR\r');
    expect(read(ansel).family.individuals[0]).toMatchObject({ givenName: 'René', familyName: 'Ørsted' });
    const windows = bytes('0 HEAD\r\n1 CHAR ANSI\r\n0 @I1@ INDI\r\n1 NAME Ren', [0xe9], ' /O', [0x92], 'Neil/\r\n0 TRLR\r\n');
    expect(read(windows).family.individuals[0]).toMatchObject({ givenName: 'René', familyName: 'O’Neil' });
    const wide = [...file('0 @I1@ INDI\n1 NAME 蓮')].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]);
    for (const marked of [[0xff, 0xfe, ...wide], wide]) expect(read(Uint8Array.from(marked)).family.individuals[0]?.givenName).toBe('蓮');
  });

  it('of version 7 doubles the sign @ only where a text begins with it', () => {
    const { family, format } = read(file('0 @I1@ INDI\n1 NOTE @@home a@@b', '1 GEDC\n2 VERS 7.0'));
    expect([format, family.individuals[0]?.note]).toEqual(['gedcom7', '@home a@@b']);
  });
});
