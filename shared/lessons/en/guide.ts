import type { GuideChapter } from '../guide.ts';

export const guide: readonly GuideChapter[] = [
  {
    id: 'before',
    title: 'Before class',
    points: [
      {
        lead: 'Check the room.',
        text: 'Open the check page on one pupils’ device, in the classroom, on the network that they will use. In a minute it says whether this device and this network will do, and if not, what to ask your school’s technician for.',
        link: { to: '/check', text: 'Open the check page' },
      },
      {
        lead: 'Choose one lesson.',
        text: 'Each takes 45 minutes and changes one thing only. “Twins come apart” is a good first one.',
        link: { to: '/lessons', text: 'All lessons' },
      },
      {
        lead: 'Print the lesson.',
        text: 'At most four pages a lesson: plan and key for you, questions and pictures for pupils. They also carry the lesson if the network fails.',
      },
      {
        lead: 'Try it alone.',
        text: 'Start the lesson and join it from your phone: ten minutes show you all that pupils will see.',
      },
      {
        lead: 'Devices may be shared.',
        text: 'Up to four pupils at one device work well: one reads, one chooses, all predict. Cheap laptops and phones will do; sound is not needed.',
      },
    ],
  },
  {
    id: 'during',
    title: 'In class',
    points: [
      {
        lead: 'Start the lesson, project the code.',
        text: 'Pupils open this site and type its six letters and digits, or follow the link or the square code. They get a name; nobody signs in.',
      },
      {
        lead: 'You set the pace.',
        text: 'Nothing ends by itself unless you switch timers on. Begin, pause, go on, give more time, go back to talk. “Eyes up” stops all screens.',
      },
      {
        lead: 'Let them commit before they look.',
        text: 'A guess that can fail is what makes the observation count. Do not comment on guesses; ask for reasons.',
      },
      {
        lead: 'Ask, do not tell.',
        text: 'Each step has sentences that pupils often say, and a question that meets each. Facing the odd fact works better than hearing the right sentence.',
      },
      {
        lead: 'Nobody has to win.',
        text: 'Nothing scores speed. Ranks stay hidden until you show them, and can stay hidden.',
      },
      {
        lead: 'Late pupils can join at any time,',
        text: 'and a pupil whose device slept, was closed or reloaded gets the same seat back on that device.',
      },
    ],
  },
  {
    id: 'trouble',
    title: 'If the network fails',
    points: [
      {
        lead: 'Wait ten seconds.',
        text: 'Devices reconnect by themselves and go on where they were. What was confirmed on the screen is kept, even if the server itself is restarted.',
      },
      {
        lead: 'Your laptop fell asleep?',
        text: 'The room lives on without it. Open the page again; on another machine use your host key.',
      },
      {
        lead: 'One device does not connect:',
        text: 'let its pupils join a neighbour’s. Run the check page on it after class.',
        link: { to: '/check', text: 'Open the check page' },
      },
      {
        lead: 'Nothing works?',
        text: 'Take the printed lesson. “On paper” at its end says how to hold it without any device, in the same time.',
      },
    ],
  },
  {
    id: 'after',
    title: 'After class',
    points: [
      {
        lead: 'Look at the report.',
        text: 'Predictions, answers before and after and exit tickets, by the names used in class; on screen, as a table for a spreadsheet, and for printing.',
      },
      {
        lead: 'Read the two histograms with care.',
        text: 'The questions are ours and were not validated on any sample. They show what to talk about next, not what a pupil is worth.',
      },
      {
        lead: 'Watch it again.',
        text: 'Every match has a replay with a chapter for each step. A moment of it is a good beginning for the next lesson.',
        link: { to: '/replays', text: 'Replays' },
      },
      {
        lead: 'Delete what you do not need.',
        text: 'A button in the report deletes all answers at once.',
      },
    ],
  },
  {
    id: 'privacy',
    title: 'Privacy, in plain words',
    points: [
      {
        lead: 'No account, for anyone.',
        text: 'Neither you nor pupils sign up. Names are made up by the game; if you let pupils choose their own, ask for ones that do not identify them.',
      },
      {
        lead: 'What is kept:',
        text: 'the match (which creature was born of which, and who laid which card), and with it the names used in class, predictions, answers and exit tickets. A key on each device lets it find its seat again.',
      },
      {
        lead: 'What is not kept:',
        text: 'no network address, no e-mail, no age, no photograph, no chat: there is none.',
      },
      {
        lead: 'For how long:',
        text: 'answers are deleted after 30 days, unless whoever runs this server has set another number, and at once by your button.',
      },
      {
        lead: 'Nobody else is asked.',
        text: 'The pages load nothing from anywhere but this server: no advertising, no counting of visitors, no fonts from elsewhere.',
      },
    ],
  },
];
