import type { Agency } from './cast.ts'

/** The demo agencies' acceptable use policy: plainly worded, and short enough to be read on a phone. */
export const acceptableUseText = (agency: Agency): string => `# What this policy is for

It says how you use phones, computers, cameras and the internet when you work for ${agency.name}, paid or unpaid. It protects children, families and you. You read and sign it before you use anything of ours.

# Contact with children and families

- Use Lanyard, ${agency.phone} or ${agency.email}. Never your own phone, e-mail or social media account.
- Do not give your own number, address, accounts or passwords to a child, a young person, a parent or a carer.
- Do not accept a child, a parent or a carer as a friend or follower on a personal account, during the work or after it ends.
- If one of them tries to reach you on a personal account, do not answer there. Tell your manager the same day.
- A child is never in a conversation with one adult alone. A second adult is always in it.

# Equipment and pictures

- Use our phones and cameras, signed out to you. Bring them back charged and empty.
- Do not use your own equipment for pictures or calls unless a senior manager has agreed to it in writing, for a named purpose and time.
- Take a picture only where permission has been given, and use it only for what was agreed.

# The internet, e-mail and your own accounts

- Work accounts are for work. What you may do with them privately is agreed with your manager.
- What you do on our equipment may be logged. Keep your device locked with a PIN or password.
- Keep your own accounts private, and think before you post: people know where you work.

# If you are worried

If a child is in danger now, call 999. Then tell our designated person. Out of hours, call ${agency.outOfHours}. You can also go straight to the police or to CEOP: you need nobody's leave.

# If this policy is not kept

Breaking it may lead to retraining, to losing the use of our equipment and accounts, to disciplinary action, and to a report to the police or to the body that registers you.
`
