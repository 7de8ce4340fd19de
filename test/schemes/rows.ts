/** The rows of the four schemes: what each says, the test that shows it, and what is left for later. */

/** One thing that a scheme says. */
export interface Row {
  readonly id: string;
  readonly says: string;
  /** the title of the test that shows it, after the id; none where all of it is left */
  readonly shownBy?: string;
  /** what this version does not do yet */
  readonly later?: string;
}

export const rows: readonly Row[] = [
  {
    id: "P1",
    says: "Mentors are postdocs or anyone more senior",
    shownBy: "match() turns away whoever offers below postdoc, and lists them with the rule",
  },
  {
    id: "P2",
    says: "Mentees are academic staff and PhD students who have passed their upgrade",
    shownBy: "match() turns away students before their upgrade, and lists them with the rule",
  },
  {
    id: "P3",
    says: "One may be mentor and mentee at once, and is encouraged to be",
    shownBy:
      "match() matches people in both roles at once, nobody with themselves, and not both ways where that is asked",
  },
  {
    id: "P4",
    says: "The mentor is more senior",
    shownBy: "match() gives everybody a mentor at least one step above them",
  },
  {
    id: "P5",
    says: "The mentor sits in a different research department",
    shownBy: "match() pairs nobody within a department, joint posts included",
  },
  {
    id: "P6",
    says: "The two are not connected within a line management structure",
    shownBy:
      "match() keeps the whole line apart, supervisors in it, takes who manages himself as he is and names a circle",
  },
  {
    id: "P7",
    says: "A mentor gets one mentee, or more if they agree",
    shownBy: "match() gives a mentor one mentee, and more only to those who agreed to more",
  },
  {
    id: "P8",
    says: "The scheme tries to find a mentor for every person who asks",
    shownBy:
      "match() serves as many as can be served, makes no pair below the minimum score, lists whom it kept from whom, and flags weak pairs",
  },
  {
    id: "P9",
    says: "Early-career mentors' knowledge is fresher for some, senior mentors' broader for others",
    shownBy: "match() finds near peers for those who want them, and broad experience for those who want that",
  },
  {
    id: "P10",
    says: "Either party may dissolve the pair at any time",
    shownBy: "match() brings no dissolved pair back, moves nobody else's, and counts the wait from the first request",
  },
  {
    id: "P11",
    says: "A pair runs 12 months and may be renewed for another 12 if both agree",
    shownBy: "advance() renews a pair that both want to renew, once, and returns the people of the others to the pool",
  },
  {
    id: "P12",
    says: "The mentor is more experienced, and the objective is tied to a career plan",
    shownBy:
      "match() gives everybody a mentor with more experience, and one who offers what they seek; lint() tells that years stand in for age",
  },
  {
    id: "P13",
    says: "Pairings are strictly confidential",
    shownBy:
      "match() names people by id alone, in what it gives and in what it refuses, and htmlReport() by pseudonyms",
  },
  {
    id: "P14",
    says: "Conflicts of interest (job applications, line management) are declared",
    shownBy: "match() pairs nobody who has declared a conflict with the other, whichever of them has",
  },
  {
    id: "P15",
    says: "At least three meetings a year",
    shownBy: "termDates() gives each pair three meetings in its twelve months, and the sheet of dates prints them",
  },
  {
    id: "P16",
    says: "Both agree and sign a mentoring agreement; the mentor confirms the first meeting",
    shownBy:
      "match() lets a pair hold its place from the proposal on, advance() lets a proposal expire, and overdue() lists steps that are late",
  },
  {
    id: "P17",
    says: "One may withdraw from the scheme at any point",
    shownBy:
      "match() ends the pairs of whoever withdraws, the other may be matched anew, and forget() keeps only what stops old pairs",
  },
  {
    id: "P18",
    says: "All academic staff may be mentees, yet mentors must be more senior: the top step has nobody above",
    shownBy:
      "match() says of the top step that seniority stands in the way, lint() counts its people, and a finer step or peers help",
  },
  {
    id: "P19",
    says: "Mentoring is recognised in the workload model",
    shownBy: "workload() lists each mentor with how many they mentor and for how long, and names no mentee",
  },
  {
    id: "L1",
    says: "Match by job role and/or the specific area asked for",
    shownBy: "match() goes by job role and area, and more by the one that the mentee says matters",
  },
  {
    id: "L2",
    says: "Seniority and experience are taken into account; the mentor is normally the more senior",
    shownBy: "match() prefers the more senior, and demands it of nobody",
  },
  {
    id: "L3",
    says: "Essential training and its quiz",
    shownBy:
      "match() turns away whoever has not passed the training, on both sides, or holds their pairs back until they have",
  },
  {
    id: "L4",
    says: "Requests arrive at any time; matched within 2 months, else told so",
    shownBy:
      "match() leaves pairs as they are and serves the longest waits first, and waitingList() says who waited too long and why",
  },
  {
    id: "L5",
    says: "People work all over the world and meet online",
    shownBy: "match() pairs people who share a language and most of a working day",
  },
  {
    id: "L6",
    says: "After a 30-minute first meeting either may decline",
    shownBy: "match() makes no declined pair again, and matches only those who wish to go on",
  },
  {
    id: "L7",
    says: "Pairs set up, forms submitted, minimal demographics (job role, country) are monitored",
    shownBy: "statistics() counts requests and pairs, by job role and country, and hides what would name somebody",
  },
  {
    id: "L8",
    says: "Feedback is asked after 3 and 6 months",
    shownBy: "termDates() asks each pair for feedback after three and six months, and the sheet of dates prints it",
  },
  {
    id: "L9",
    says: "Meet at least twice a year",
    shownBy: "termDates() wants each pair to meet twice in its year, and the sheet of dates prints it",
  },
  {
    id: "L10",
    says: "Barriers to mentoring are looked into",
    shownBy:
      "match() says of every unmatched mentee which rules shut out how many mentors, and whatWouldHelp() what would match her",
  },
  {
    id: "L11",
    says: "Mentors wait too, and months are calendar months",
    shownBy:
      "waitingList() has mentors who wait, too, counts months as the calendar does, and tells who will have waited too long by the next run",
  },
  {
    id: "L12",
    says: "Whether the objectives were achieved, how useful it was",
    shownBy: "statistics() says how many met their objectives and how useful it was, where enough say so",
  },
  {
    id: "L13",
    says: "Conflicts found at the first meeting (job applications, line management)",
    shownBy:
      "endPair() ends a pair whose conflict was declared later, without fault, and review() lists one that nobody ended",
  },
  {
    id: "A1",
    says: "Mentees and mentors meet in an online, structured speed-networking event",
    shownBy: "planRota() has the most promising pairs meet in as few rounds as can be, and nobody twice in one",
  },
  {
    id: "A2",
    says: "After it they nominate whom they would like to be paired with",
    shownBy: "match() goes by the nominations of both sides, complete or not, and says which choice each mentee got",
  },
  {
    id: "A3",
    says: "One mentee and one mentor a pair",
    shownBy: "match() gives each mentor one mentee, and lists the five who stay in reserve",
  },
  {
    id: "A4",
    says: "Both attend a masterclass at the start",
    shownBy: "match() turns away whoever missed the masterclass",
  },
  { id: "A5", says: "3–6 meetings in 6 months", shownBy: "termDates() wants three meetings in the six months" },
  {
    id: "A6",
    says: "Leaders in medical innovation mentor early-career researchers",
    shownBy: "match() takes mentees up to a step that spans organisations, and guesses no grade that is on none",
  },
  {
    id: "A7",
    says: "Pairs should want each other (inferred from nomination)",
    shownBy: "match() leaves no two people who would both rather have each other, as the best total may",
  },
  {
    id: "A8",
    says: "The team checks in with pairs at the beginning; attendance at launch",
    shownBy: "match() turns away whoever was not at the launch, and termDates() has the day of the first check-in",
  },
  {
    id: "H1",
    says: "No discrimination by gender, ethnicity, disability, age or another protected characteristic",
    shownBy:
      "parsePolicy() refuses whatever reads a protected characteristic, unless it declares why, which every output prints",
  },
  {
    id: "H2",
    says: "Open to people at every performance level; participation is voluntary",
    shownBy: "match() takes only those who opted in, and parsePolicy() lets nothing read performance",
  },
  {
    id: "H3",
    says: "The mentor has no part in the mentee's appraisal process or educational supervision",
    shownBy: "match() keeps appraisers and supervisors out, those of last year's post as well",
  },
  {
    id: "H4",
    says: "Relationships that fail are recognised, and the mentee is given another mentor",
    shownBy: "match() finds another mentor after a pair that failed, and counts it against nobody",
  },
  {
    id: "H5",
    says: "Mentees have some say in the matching, though not always their first choice; some take no part in that",
    shownBy: "match() hears whom mentees would like, and says which choice each one got",
  },
  {
    id: "H6",
    says: "Evidence of a systematic matching process",
    shownBy:
      "evidence() has policy, counts, levels with proofs, hashes and an audit by groups, and verify() repeats the whole process",
  },
  {
    id: "H7",
    says: "Maximum distance the mentee would travel",
    shownBy: "match() keeps to the mentee's maximum distance where they can meet in person only",
  },
  {
    id: "H8",
    says: "Same specialty? Same profession? Same organisation?",
    shownBy: "match() asks for the same profession and another organisation, and prefers the same specialty",
  },
  {
    id: "H9",
    says: "Are places limited?",
    shownBy: "match() keeps the places there are: in all, of a group, and of one trust under a mentor",
  },
  {
    id: "H10",
    says: "Cohort intakes, or pairing at any time?",
    shownBy: "match() takes a whole cohort at once, and a rolling intake on top of the pairs that stand",
  },
  {
    id: "H11",
    says: "What happens when trainees move to another post?",
    shownBy:
      "review() lists the pair whose mentor became the supervisor, no pair for a promotion, and match() knows the posts of the day",
  },
  {
    id: "H12",
    says: "How many mentees will a mentor have?",
    shownBy:
      "match() gives a mentor no more than they say, nor than the ceiling, one unless they say, and at least their minimum",
  },
  {
    id: "H13",
    says: "Previous experience as mentor or mentee is desirable; knowledge of the mentee's healthcare context",
    shownBy: "match() prefers mentors who know mentoring, and who know the mentee's setting",
  },
  {
    id: "H14",
    says: "Matching e-mails to both parties",
    shownBy: "mailMerge() writes to both sides of each new pair, and gives no reason that is not for both",
  },
  {
    id: "H15",
    says: "Annual report; which contracts were completed and which ended early",
    shownBy: "statistics() counts the pairs that were completed and those that ended early, in a year",
  },
  {
    id: "H16",
    says: "Shared professional and personal interests",
    shownBy: "match() prefers those who share interests",
  },
  {
    id: "H17",
    says: "The person specification: trained in mentoring, knowledge of postgraduate medical training",
    shownBy: "match() takes mentors who are trained, approved and know postgraduate training",
  },
  {
    id: "H18",
    says: "Feedback on individual mentors; early endings are checked for significant events",
    shownBy: "mentorFeedback() speaks of mentors whom three or more judge, and earlyEndings() lists the unchecked ones",
  },
  {
    id: "H19",
    says: "Targeted at groups facing exams or transitions, ideally open to all",
    shownBy: "match() serves those who face exams first, and shuts out nobody for not facing any",
  },
  {
    id: "H20",
    says: "Participants are safe: escalation routes",
    shownBy:
      "earlyEndings() prompts after two with one mentor, no score changes, and whoever is on hold is kept out, without a reason",
  },
];
