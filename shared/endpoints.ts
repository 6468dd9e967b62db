import * as appointments from './appointments'
import * as book from './book'
import * as bulletins from './bulletins'
import * as callLog from './callLog'
import * as cases from './cases'
import * as catalogue from './catalogue'
import * as consoles from './console'
import type { Endpoint } from './endpoint'
import * as guides from './guides'
import * as halls from './halls'
import * as identity from './identity'
import * as messages from './messages'
import * as myData from './myData'
import * as orders from './orders'
import * as persons from './persons'
import * as photos from './photos'
import * as presence from './presence'
import * as queue from './queue'
import * as ratings from './ratings'
import * as realName from './realName'
import * as rush from './rush'
import * as staff from './staff'
import * as supervision from './supervision'
import * as system from './system'
import * as waitingList from './waitingList'

/** The one table of everything the server answers. */
export const endpoints = {
  healthz: system.healthz,
  readyz: system.readyz,
  searchHalls: halls.searchHalls,
  readHall: halls.readHall,
  readBoard: halls.readBoard,
  listItems: catalogue.listItems,
  scanCode: presence.scanCode,
  readScreenCode: presence.readScreenCode,
  readScreenLink: presence.readScreenLink,
  startSignIn: identity.startSignIn,
  createSession: identity.createSession,
  readSession: identity.readSession,
  endSession: identity.endSession,
  listDevices: identity.listDevices,
  endDevice: identity.endDevice,
  endOtherDevices: identity.endOtherDevices,
  readRealName: realName.readRealName,
  startFaceCheck: realName.startFaceCheck,
  finishFaceCheck: realName.finishFaceCheck,
  listConsents: myData.listConsents,
  withdrawConsent: myData.withdrawConsent,
  exportMyData: myData.exportMyData,
  deleteMyData: myData.deleteMyData,
  readMessageSettings: messages.readMessageSettings,
  changeMessageSettings: messages.changeMessageSettings,
  listMessages: messages.listMessages,
  readMessages: messages.readMessages,
  listPermits: messages.listPermits,
  tellPermits: messages.tellPermits,
  planDeparture: messages.planDeparture,
  listParked: messages.listParked,
  replayParked: messages.replayParked,
  takeTicket: queue.takeTicket,
  listTickets: queue.listTickets,
  readTicket: queue.readTicket,
  moveTicket: queue.moveTicket,
  listCityItems: catalogue.listCityItems,
  readGuide: guides.readGuide,
  searchItems: guides.searchItems,
  searchBookable: appointments.searchBookable,
  listDays: appointments.listDays,
  listSlots: appointments.listSlots,
  holdSlot: appointments.holdSlot,
  readChallenge: rush.readChallenge,
  listAppointments: appointments.listAppointments,
  readAppointment: appointments.readAppointment,
  moveAppointment: appointments.moveAppointment,
  joinWaitingList: waitingList.joinWaitingList,
  listWaiting: waitingList.listWaiting,
  leaveWaitingList: waitingList.leaveWaitingList,
  readBook: book.readBook,
  setSlot: book.setSlot,
  arriveAtDesk: book.arriveAtDesk,
  listPersons: persons.listPersons,
  addPerson: persons.addPerson,
  removePerson: persons.removePerson,
  listCases: cases.listCases,
  findCase: cases.findCase,
  readCase: cases.readCase,
  readCaseOfTicket: cases.readCaseOfTicket,
  rateVisit: ratings.rateVisit,
  readRating: ratings.readRating,
  rateCase: ratings.rateCase,
  readCaseRating: ratings.readCaseRating,
  rateReceipt: ratings.rateReceipt,
  findRating: ratings.findRating,
  listRatings: ratings.listRatings,
  changeRating: ratings.changeRating,
  deleteRating: ratings.deleteRating,
  answerRevisit: ratings.answerRevisit,
  uploadPhoto: photos.uploadPhoto,
  readRatingPhoto: ratings.readRatingPhoto,
  readCallLog: callLog.readCallLog,
  listOrders: orders.listOrders,
  readOrder: orders.readOrder,
  stepOrder: orders.stepOrder,
  readOrderPhoto: ratings.readOrderPhoto,
  readOverview: supervision.readOverview,
  compareScopes: supervision.compareScopes,
  listAlerts: supervision.listAlerts,
  listBulletins: bulletins.listBulletins,
  readBulletin: bulletins.readBulletin,
  exportBulletin: bulletins.exportBulletin,
  createStaffSession: staff.createStaffSession,
  readStaffSession: staff.readStaffSession,
  endStaffSession: staff.endStaffSession,
  beginSecondFactor: staff.beginSecondFactor,
  confirmSecondFactor: staff.confirmSecondFactor,
  endSecondFactor: staff.endSecondFactor,
  changeOwnPassword: staff.changeOwnPassword,
  listStaff: staff.listStaff,
  createStaff: staff.createStaff,
  unlockStaff: staff.unlockStaff,
  resetSecondFactor: staff.resetSecondFactor,
  setStaffPassword: staff.setStaffPassword,
  removeStaff: staff.removeStaff,
  readConsole: consoles.readConsole,
  setWindow: consoles.setWindow,
  callNext: consoles.callNext,
  moveStaffTicket: consoles.moveStaffTicket,
  takeAtDesk: consoles.takeAtDesk,
  pauseLine: consoles.pauseLine,
  pauseHall: consoles.pauseHall,
} as const satisfies Record<string, Endpoint>

export type Endpoints = typeof endpoints
export type EndpointName = keyof Endpoints
