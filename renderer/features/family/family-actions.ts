import { Asterisk, Baby, BookCopy, Brackets, ChevronsDownUp, Circle, CircleSlash2, CircleUserRound, ClipboardCheck, Copy, Diamond, Download, FileInput, Flame, GitCompareArrows, GitFork, HeartHandshake, Info, Layers, Link2, List, Maximize, MessageSquareText, PenLine, Printer, Square, SquareSlash, TextSearch, Trash2, Triangle, Undo, UserPlus, UserRoundPlus, Users, UsersRound, ZoomIn, ZoomOut } from 'lucide-react';
import type { Action } from '#renderer/app/action.ts';
import { words } from '#renderer/i18n/words.ts';

/** What can be done on the family screen. Letters act on the selected people; one name, one icon and one key wherever it is offered. */
export const familyActions = {
  quickLine: { id: 'family.quick-line', label: () => words.t('family:action.quickLine'), icon: MessageSquareText, shortcut: '/' },
  find: { id: 'family.find', label: () => words.t('family:action.find'), icon: TextSearch, shortcut: 'f' },

  addParents: { id: 'family.add-parents', label: () => words.t('family:action.addParents'), icon: Users, shortcut: 'u' },
  addPartner: { id: 'family.add-partner', label: () => words.t('family:action.addPartner'), icon: UserRoundPlus, shortcut: 'p' },
  addChild: { id: 'family.add-child', label: () => words.t('family:action.addChild'), icon: UserPlus, shortcut: 'c' },
  addSibling: { id: 'family.add-sibling', label: () => words.t('family:action.addSibling'), icon: UsersRound, shortcut: 's' },
  addOlderSibling: { id: 'family.add-older-sibling', label: () => words.t('family:action.addOlderSibling'), icon: UsersRound, shortcut: 'shift+s' },
  addTwin: { id: 'family.add-twin', label: () => words.t('family:action.addTwin'), icon: GitFork, shortcut: 't' },
  addPregnancy: { id: 'family.add-pregnancy', label: () => words.t('family:action.addPregnancy'), icon: Baby, shortcut: 'g' },
  addLoss: { id: 'family.add-loss', label: () => words.t('family:action.addLoss'), icon: Triangle, shortcut: 'l' },
  addStillbirth: { id: 'family.add-stillbirth', label: () => words.t('family:action.addStillbirth'), icon: CircleSlash2, shortcut: 'b' },
  addPerson: { id: 'family.add-person', label: () => words.t('family:action.addPerson'), icon: CircleUserRound },
  templates: { id: 'family.templates', label: () => words.t('family:action.templates'), icon: BookCopy, shortcut: 'r' },

  man: { id: 'family.man', label: () => words.t('family:action.man'), icon: Square, shortcut: 'm' },
  woman: { id: 'family.woman', label: () => words.t('family:action.woman'), icon: Circle, shortcut: 'w' },
  nonBinary: { id: 'family.non-binary', label: () => words.t('family:action.nonBinary'), icon: Diamond, shortcut: 'x' },
  deceased: { id: 'family.deceased', label: () => words.t('family:action.deceased'), icon: SquareSlash, shortcut: 'd' },
  affected: { id: 'family.affected', label: () => words.t('family:action.affected'), icon: Flame, shortcut: 'a' },
  evaluated: { id: 'family.evaluated', label: () => words.t('family:action.evaluated'), icon: Asterisk, shortcut: 'e' },
  adopted: { id: 'family.adopted', label: () => words.t('family:action.adopted'), icon: Brackets, shortcut: 'o' },
  zygosity: { id: 'family.zygosity', label: () => words.t('family:action.zygosity'), icon: ChevronsDownUp, shortcut: 'z' },
  consanguineous: { id: 'family.consanguineous', label: () => words.t('family:action.consanguineous'), icon: HeartHandshake, shortcut: 'k' },
  proband: { id: 'family.proband', label: () => words.t('family:action.proband'), icon: CircleUserRound, shortcut: 'shift+p' },
  join: { id: 'family.join', label: () => words.t('family:action.join'), icon: Link2, shortcut: 'j' },
  addCondition: { id: 'family.add-condition', label: () => words.t('family:action.addCondition'), icon: Layers, shortcut: 'n' },

  open: { id: 'family.open', label: () => words.t('family:action.open'), icon: PenLine, shortcut: 'enter' },
  remove: { id: 'family.remove', label: () => words.t('family:action.remove'), icon: Trash2, shortcut: 'delete' },
  selectAll: { id: 'family.select-all', label: () => words.t('family:action.selectAll'), icon: Copy, shortcut: 'mod+a', isNativeInText: true },
  selectNone: { id: 'family.select-none', label: () => words.t('family:action.selectNone'), icon: Undo },

  fit: { id: 'family.fit', label: () => words.t('family:action.fit'), icon: Maximize, shortcut: '0' },
  zoomIn: { id: 'family.zoom-in', label: () => words.t('family:action.zoomIn'), icon: ZoomIn, shortcut: '=' },
  zoomOut: { id: 'family.zoom-out', label: () => words.t('family:action.zoomOut'), icon: ZoomOut, shortcut: '-' },
  view: { id: 'family.view', label: () => words.t('family:action.view'), icon: List, shortcut: 'v' },
  header: { id: 'family.header', label: () => words.t('family:action.header'), icon: Info, shortcut: 'h' },
  check: { id: 'family.check', label: () => words.t('family:action.check'), icon: ClipboardCheck, shortcut: 'y' },
  compare: { id: 'family.compare', label: () => words.t('family:action.compare'), icon: GitCompareArrows },
  importFile: { id: 'family.import', label: () => words.t('family:action.importFile'), icon: FileInput },
  exportFile: { id: 'family.export', label: () => words.t('family:action.exportFile'), icon: Download },
  print: { id: 'family.print', label: () => words.t('family:action.print'), icon: Printer, shortcut: 'mod+p' },
} as const satisfies Readonly<Record<string, Action>>;
